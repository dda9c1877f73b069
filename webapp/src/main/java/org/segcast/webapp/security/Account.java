/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody who may sign in. The name is the identity; the password is kept as a hash only. */
@Entity
public class Account {
    @Id
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "account_role")
    private Role role;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    Account(String name, String passwordHash, Role role, Instant createdAt) {
        this.name = name;
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = createdAt;
    }

    void changePassword(String hash) {
        this.passwordHash = hash;
    }

    void assign(Role newRole) {
        this.role = newRole;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** Changes with the password and tells nothing of it. */
    String passwordVersion() {
        return Passwords.sha256(passwordHash);
    }

    public String getName() {
        return name;
    }

    public Role getRole() {
        return role;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
