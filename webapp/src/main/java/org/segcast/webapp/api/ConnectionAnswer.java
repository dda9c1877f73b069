/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.connection.HostSetting;

/**
 * A connection without its secrets.
 *
 * @param settings those that are not secret
 * @param secrets names of the secrets that are kept
 * @param asOf absent where it follows what is usual for the kind
 * @param keyExpires the day (UTC) on which the key runs out, as the CRM told the latest sync; absent where it tells none
 * @param problems with any, no run starts while it is in use
 */
public record ConnectionAnswer(
        long id,
        String name,
        String kind,
        String description,
        Map<String, String> settings,
        List<String> secrets,
        Optional<LocalDate> asOf,
        String push,
        Optional<LocalDate> keyExpires,
        boolean inUse,
        boolean fromEnvironment,
        List<String> problems) {

    static ConnectionAnswer of(CrmConnection connection) {
        return new ConnectionAnswer(
                connection.id(),
                connection.name(),
                connection.kind().key(),
                connection.describe(),
                connection.shown(),
                connection.kind().settings().stream()
                        .filter(setting -> setting.secret() && connection.holds(setting.name()))
                        .map(HostSetting::name)
                        .toList(),
                connection.asOf(),
                connection.push().name().toLowerCase(Locale.ROOT),
                connection.keyExpires(),
                connection.inUse(),
                connection.fromEnvironment(),
                connection.problems());
    }
}
