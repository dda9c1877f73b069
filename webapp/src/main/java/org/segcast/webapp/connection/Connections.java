/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.webapp.settings.Settings;

/** Opens and tests the connection to the host CRM. */
@ApplicationScoped
public class Connections {
    @Inject
    private Settings settings;

    /** One line of the page: a setting's name and its value, secrets masked. */
    public record Line(String name, String value) {}

    public List<Line> lines() {
        return List.of();
    }

    /** In words, without secrets. */
    public String describe() {
        return "";
    }

    /** The settings' problems first; with none, the CRM is tried. */
    public ConnectionCheck check() {
        return new ConnectionCheck(List.of());
    }
}
