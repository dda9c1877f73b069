/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which Odoo, and how to treat it.
 *
 * @param url scheme, host and port; a path is dropped, because Odoo answers at the root
 * @param user login of the key's owner, for messages only: JSON-2 knows the user by the key
 * @param requestTimeout for one whole answer; a bulk write of 50,000 tags takes seconds
 * @param attempts how often a call is tried while the failure is transient
 * @param noProfilingTag name of the admin's own tag (its child tags count too) for people who object to profiling
 */
public record OdooConfig(
        URI url,
        String database,
        String user,
        OdooApiKey apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        String noProfilingTag) {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);
    static final int ATTEMPTS = 4;
    static final String NO_PROFILING_TAG = "No profiling";

    public OdooConfig {
        url = URI.create(url.getScheme() + "://" + url.getRawAuthority());
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(connectTimeout, "connectTimeout");
        Objects.requireNonNull(requestTimeout, "requestTimeout");
        Objects.requireNonNull(noProfilingTag, "noProfilingTag");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts " + attempts + ", expected at least 1");
        }
    }

    /** With the defaults: 10 seconds to connect, 2 minutes for an answer, 4 attempts, tag "No profiling". */
    public OdooConfig(URI url, String database, String user, OdooApiKey apiKey) {
        this(url, database, user, apiKey, CONNECT_TIMEOUT, REQUEST_TIMEOUT, ATTEMPTS, NO_PROFILING_TAG);
    }

    /**
     * From settings by name: {@code url}, {@code database}, {@code user}, {@code api-key}, and optionally {@code connect-timeout},
     * {@code request-timeout} (ISO 8601 such as PT30S), {@code attempts}, {@code no-profiling-tag}.
     *
     * @throws org.segcast.connector.spi.SegcastException SETTINGS_INVALID with all problems in one message
     */
    public static OdooConfig from(Map<String, String> settings) {
        return new OdooSettings(settings).config();
    }

    /** All that is wrong with these settings, one sentence each, without the key; empty where {@link #from} takes them. */
    public static List<String> problems(Map<String, String> settings) {
        return new OdooSettings(settings).problems();
    }

    /** Where Odoo shows a contact to people. */
    public Optional<URI> contactPage(String contactId) {
        return contactId.matches("[1-9][0-9]{0,8}")
                ? Optional.of(url.resolve("/odoo/res.partner/" + contactId))
                : Optional.empty();
    }

    /** Host and port, for messages. */
    String host() {
        return url.getRawAuthority();
    }
}
