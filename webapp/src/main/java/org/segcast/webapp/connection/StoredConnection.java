/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.settings.Settings.PushMode;

/** A connection as the state database keeps it, secrets sealed. The one in use holds the only slot. */
@Entity
@Table(name = "crm_connection")
public class StoredConnection {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String kind;
    private String source;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    private PushMode push;

    @Column(name = "from_environment")
    private boolean fromEnvironment;

    @Column(name = "in_use_slot")
    private Integer inUseSlot;

    @Column(name = "key_expires")
    private LocalDate keyExpires;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "connection_setting", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "text")
    private Map<String, String> texts = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "connection_secret", joinColumns = @JoinColumn(name = "connection_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "sealed")
    private Map<String, String> secrets = new HashMap<>();

    protected StoredConnection() {}

    StoredConnection(String kind) {
        this.kind = kind;
    }

    /** @param plain settings that are not secret, by name; they replace those from before */
    void set(
            String newName,
            String newSource,
            Optional<LocalDate> newAsOf,
            PushMode newPush,
            Map<String, String> plain) {
        name = newName;
        source = newSource;
        asOf = newAsOf.orElse(null);
        push = newPush;
        if (!texts.equals(plain)) {
            texts.clear();
            texts.putAll(plain);
        }
    }

    void signed(String by, Instant at) {
        changedBy = by;
        changedAt = at;
    }

    void seal(String setting, String sealed) {
        secrets.put(setting, sealed);
    }

    /** Empty where nothing is known of it. */
    void keyExpires(Optional<LocalDate> day) {
        keyExpires = day.orElse(null);
    }

    void fromEnvironment(boolean really) {
        fromEnvironment = really;
    }

    void use(boolean really) {
        inUseSlot = really ? 1 : null;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    String source() {
        return source;
    }

    Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    Optional<LocalDate> keyExpires() {
        return Optional.ofNullable(keyExpires);
    }

    PushMode push() {
        return push;
    }

    boolean fromEnvironment() {
        return fromEnvironment;
    }

    boolean inUse() {
        return inUseSlot != null;
    }

    Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** Sealed, by setting. */
    Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }
}
