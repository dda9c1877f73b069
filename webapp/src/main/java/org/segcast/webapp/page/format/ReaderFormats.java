/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the formats of whoever asks: the language from the browser, the zone from a cookie that the page's script sets. */
@ApplicationScoped
public class ReaderFormats {
    static final String ZONE_COOKIE = "segcast-zone";

    @Inject
    private Clock clock;

    @Produces
    @RequestScoped
    @Named("fmt")
    Formats formats(HttpServletRequest request) {
        return new Formats(request.getLocale(), zone(request), clock);
    }

    private static ZoneId zone(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(ZONE_COOKIE))
                .map(Cookie::getValue)
                .flatMap(text -> known(text).stream())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> known(String text) {
        try {
            return Optional.of(ZoneId.of(text.replace("%2F", "/")));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }
}
