/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.segcast.it.Checkout;

/** Before Arquillian starts its server: an empty home, a free port and a password of this run's own. */
public final class FreshServer implements LauncherSessionListener {
    private static final String PORT = "segcast.it.port";
    private static final String PASSWORD = "segcast.it.password";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Path server = Checkout.liberty().resolve("usr/servers/segcast-arquillian");
        if (System.getProperty(PORT) != null || !Files.isDirectory(server)) {
            return;
        }
        System.setProperty("segcast.it.wlp", Checkout.liberty().toString());
        System.setProperty(PORT, Integer.toString(Checkout.freePort()));
        System.setProperty(PASSWORD, Checkout.password());
        Path home = Checkout.fresh(Checkout.target().resolve("arquillian-home"));
        Checkout.fresh(server.resolve("dropins"));
        Checkout.fresh(server.resolve("logs"));
        String settings = """
                <server>
                  <variable name="segcast.home" value="%s"/>
                  <variable name="segcast.http.port" value="%s"/>
                  <variable name="segcast.admin.password" value="%s"/>
                </server>
                """.formatted(home, System.getProperty(PORT), password());
        try {
            Files.writeString(server.resolve("configDropins/overrides/this-run.xml"), settings);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String password() {
        return System.getProperty(PASSWORD);
    }
}
