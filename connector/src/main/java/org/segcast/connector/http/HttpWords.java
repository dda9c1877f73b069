/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.URI;
import java.util.Objects;

/**
 * How messages about a host are worded.
 *
 * @param crm its name, such as {@code Odoo}
 * @param url where it is, without secrets
 * @param timeoutSetting the setting that says how long to wait for an answer
 */
public record HttpWords(String crm, URI url, String timeoutSetting) {
    public HttpWords {
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(timeoutSetting, "timeoutSetting");
    }

    String place() {
        return crm + " at " + url;
    }
}
