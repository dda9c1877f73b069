/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.http.HttpWords;

/**
 * Which Oro, and how to treat it.
 *
 * @param url scheme, host and port; a path is dropped
 * @param apiPath where the API answers: {@code /api}, or {@code /admin/api} where the back office has a prefix
 * @param clientId of an OAuth application of type client credentials
 * @param currency the one in which this company reports, a code of ISO 4217; the API tells no rates, so orders in others are left out
 * @param pageSize the most records asked for at once
 * @param batchTimeout how long a batch update may take; Oro works on it in the background
 * @param noProfilingTag name of the admin's own tag for people who object to profiling
 */
public record OroConfig(
        URI url,
        String apiPath,
        String clientId,
        OroSecret secret,
        String currency,
        HttpPolicy policy,
        OroFields fields,
        int pageSize,
        Duration batchTimeout,
        String noProfilingTag) {
    static final String API_PATH = "/api";
    static final int PAGE_SIZE = 500;
    static final Duration BATCH_TIMEOUT = Duration.ofMinutes(10);
    static final String NO_PROFILING_TAG = "No profiling";

    public OroConfig {
        url = URI.create(url.getScheme() + "://" + url.getRawAuthority());
        if (!apiPath.matches("(/[A-Za-z0-9._-]+)*/api")) {
            throw new IllegalArgumentException("API path '" + apiPath + "', expected /api or such as /admin/api");
        }
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(secret, "secret");
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency '" + currency + "', expected a code such as EUR");
        }
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(fields, "fields");
        if (pageSize < 1 || pageSize > 10_000) {
            throw new IllegalArgumentException("page size " + pageSize + ", expected 1 to 10000");
        }
        if (batchTimeout.isNegative() || batchTimeout.isZero()) {
            throw new IllegalArgumentException("batch time-out " + batchTimeout + ", expected a positive one");
        }
        Objects.requireNonNull(noProfilingTag, "noProfilingTag");
    }

    /**
     * From settings by name: {@code url}, {@code client-id}, {@code client-secret}, {@code currency}, and optionally {@code api-path},
     * {@code connect-timeout}, {@code request-timeout} and {@code batch-timeout} (ISO 8601 such as PT30S), {@code attempts}, {@code parallel}
     * (requests at once), {@code business-hours} (such as {@code 08:00-18:00 Europe/Berlin}) with {@code business-pause} (between two calls then),
     * {@code page-size}, {@code segment-field}, {@code score-field}, {@code reason-field}, {@code email-opt-out-field}, {@code fields} (names, comma separated),
     * {@code no-profiling-tag}.
     *
     * @throws org.segcast.connector.spi.SegcastException SETTINGS_INVALID with all problems in one message
     */
    public static OroConfig from(Map<String, String> settings) {
        return new OroSettings(settings).config();
    }

    /** All that is wrong with these settings, one sentence each, without the secret; empty where {@link #from} takes them. */
    public static List<String> problems(Map<String, String> settings) {
        return new OroSettings(settings).problems();
    }

    /** Where Oro shows a contact to people. */
    public Optional<URI> contactPage(String contactId) {
        return page("contact", contactId);
    }

    /** Where Oro shows an order to people. */
    public Optional<URI> orderPage(String orderId) {
        return page("order", orderId);
    }

    private Optional<URI> page(String what, String id) {
        String backOffice = apiPath.substring(0, apiPath.length() - API_PATH.length());
        return OroQuery.isId(id) ? Optional.of(url.resolve(backOffice + "/" + what + "/view/" + id)) : Optional.empty();
    }

    HttpWords words() {
        return new HttpWords("Oro", url, "segcast.oro.request-timeout");
    }

    /** Host, port and API path, for messages. */
    String place() {
        return url.getRawAuthority() + apiPath;
    }
}
