/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.http.HttpWords;

/**
 * Which Odoo, and how to treat it.
 *
 * @param url scheme, host and port; a path is dropped, because Odoo answers at the root
 * @param user login of the key's owner; JSON-2 knows the user by the key and needs it for messages only
 * @param policy time-outs, attempts and how much load this Odoo may be put under; a bulk write of 50,000 tags takes seconds
 * @param reading what is read of contacts
 */
public record OdooConfig(
        URI url, String database, String user, OdooApiKey apiKey, HttpPolicy policy, OdooReading reading) {
    public OdooConfig {
        url = URI.create(url.getScheme() + "://" + url.getRawAuthority());
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(reading, "reading");
    }

    /** With the defaults: 10 seconds to connect, 2 minutes for an answer, 4 attempts, 4 requests at once, tag "No profiling". */
    public OdooConfig(URI url, String database, String user, OdooApiKey apiKey) {
        this(url, database, user, apiKey, HttpPolicy.DEFAULT, OdooReading.DEFAULT);
    }

    /**
     * From settings by name: {@code url}, {@code database}, {@code user}, {@code api-key}, and optionally {@code connect-timeout},
     * {@code request-timeout} (ISO 8601 such as PT30S), {@code attempts}, {@code parallel} (requests at once), {@code business-hours} (such as
     * {@code 08:00-18:00 Europe/Berlin}) with {@code business-pause} (between two calls then), {@code contact-level} ({@code company} or
     * {@code person}), {@code fields} (names, comma separated), {@code no-profiling-tag}, {@code no-profiling-field}.
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

    /** Where Odoo shows a contact to people: an address that all versions take, those since 18 by turning it into their own. */
    public Optional<URI> contactPage(String contactId) {
        return page("res.partner", contactId);
    }

    /** Where Odoo shows an order to people, as for contacts. */
    public Optional<URI> orderPage(String orderId) {
        return page("sale.order", orderId);
    }

    private Optional<URI> page(String model, String id) {
        return OdooQuery.isId(id)
                ? Optional.of(url.resolve("/web#id=" + id + "&model=" + model + "&view_type=form"))
                : Optional.empty();
    }

    HttpWords words() {
        return new HttpWords("Odoo", url, "segcast.odoo.request-timeout");
    }

    /** Host and port, for messages. */
    String host() {
        return url.getRawAuthority();
    }
}
