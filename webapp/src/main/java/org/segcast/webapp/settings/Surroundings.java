/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where settings and time come in from outside; the only place that touches the machine's clock. */
@ApplicationScoped
public class Surroundings {
    private final Settings settings = new SettingsReader(Surroundings::text).read();

    @Produces
    Settings settings() {
        return settings;
    }

    @Produces
    SettingTexts texts() {
        return SettingTexts.stripped(Surroundings::text);
    }

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    private static Optional<String> text(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    }
}
