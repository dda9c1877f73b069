/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds of CRM have in common that are reached over HTTP. */
final class HttpHost {
    private static final String ADDRESS = "url";

    private HttpHost() {}

    /** The address, what this kind asks for, and how its server is to be treated. */
    static List<HostSetting> settings(String crm, HostSetting... own) {
        return Stream.of(Stream.of(address()), Stream.of(own), treatment(crm))
                .flatMap(part -> part)
                .toList();
    }

    private static HostSetting address() {
        return HostSetting.required(ADDRESS, "Address", "Such as https://crm.example; a path is not needed");
    }

    private static Stream<HostSetting> treatment(String crm) {
        return Stream.of(
                HostSetting.advanced("connect-timeout", "Time to connect", "Such as PT10S for ten seconds", "PT10S"),
                HostSetting.advanced("request-timeout", "Time for an answer", "Such as PT2M for two minutes", "PT2M"),
                HostSetting.advanced(
                        "attempts", "Attempts", "How often a call is tried while " + crm + " is busy", "4"),
                HostSetting.advanced(
                        "parallel", "Requests at once", "At most so many; fewer while " + crm + " is slow", "4"),
                HostSetting.advanced(
                        "business-hours",
                        "Business hours",
                        "Such as 08:00-18:00 Europe/Berlin: Segcast goes slowly then",
                        "none"),
                HostSetting.advanced(
                        "business-pause",
                        "Pause in business hours",
                        "Between two calls, such as PT0.5S for half a second",
                        "PT0.5S"));
    }

    /** Scheme, host and port; empty for what is no address, and for one that has a password in it, which must not be shown. */
    static Optional<String> server(Map<String, String> texts) {
        try {
            URI url = URI.create(texts.getOrDefault(ADDRESS, ""));
            return url.getRawAuthority() == null || url.getRawAuthority().contains("@")
                    ? Optional.empty()
                    : Optional.of(url.getScheme() + "://" + url.getRawAuthority());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
