/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.settings.Settings.PushMode;

/**
 * A kind of CRM: what it asks for and how it is opened. Settings are texts by the names in {@link #settings()}, secrets included. Implementations are beans and found
 * as such.
 */
public interface HostKind {
    /** As in {@code segcast.crm} and {@code segcast.KEY.name}: a lower-case word. */
    String key();

    /** In one or two words, for people. */
    String label();

    /** In one sentence, for those who choose. */
    String about();

    /** In the order of the form. */
    List<HostSetting> settings();

    /** Whether people can choose which fields of contacts are read. */
    default boolean choosesFields() {
        return settings().stream().anyMatch(setting -> setting.name().equals(HostSetting.FIELDS));
    }

    /** All that is wrong, one sentence each, beginning with {@code segcast.KEY.name} of the setting; no secret in any of them. */
    List<String> problems(Map<String, String> texts);

    /** What tells this CRM from all others of its kind, from settings that are not secret; empty text where they can't be used. */
    String place(Map<String, String> texts);

    /** In words for people, without secrets. */
    String describe(Map<String, String> texts);

    /** The caller closes it. Only for settings without problems. */
    HostCrm open(Map<String, String> texts);

    /** The contact's page in the CRM, where it has one. */
    default Optional<URI> contactPage(Map<String, String> texts, String contactId) {
        return Optional.empty();
    }

    /** The order's page in the CRM, where it has one. */
    default Optional<URI> orderPage(Map<String, String> texts, String orderId) {
        return Optional.empty();
    }

    /** Names the CRM in file names and in the journal of runs: at most 32 characters, always the same for the same {@link #place}. */
    default String source(Map<String, String> texts) {
        byte[] place = place(texts).getBytes(StandardCharsets.UTF_8);
        return key() + "-" + UUID.nameUUIDFromBytes(place).toString().substring(0, 8);
    }

    /** The day that stands for today where nobody says otherwise; empty follows the clock. */
    default Optional<LocalDate> usualDay() {
        return Optional.empty();
    }

    default PushMode usualPush() {
        return PushMode.MANUAL;
    }
}
