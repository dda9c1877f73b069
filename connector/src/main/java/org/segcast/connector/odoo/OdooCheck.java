/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Map;
import org.segcast.connector.http.CheckSteps;
import org.segcast.connector.spi.ConnectionCheck;

/** The connection test. Each step says what was found; those behind an address or login that does not hold are left out. */
final class OdooCheck {
    private final OdooClient client;
    private final OdooConfig config;
    private final OdooRights rights;
    private final CheckSteps steps = new CheckSteps("Odoo");

    OdooCheck(OdooClient client, OdooConfig config) {
        this.client = client.once();
        this.config = config;
        this.rights = new OdooRights(this.client, config);
    }

    ConnectionCheck run() {
        if (steps.holds("Odoo", this::version) && steps.holds("Login", this::login)) {
            steps.holds("Contacts", rights::contacts);
            steps.holds("Consent", rights::consent);
            steps.holds("Orders", rights::orders);
            steps.holds("Point of sale", rights::tills);
            steps.holds("Credit notes", rights::creditNotes);
            steps.holds("Currencies", rights::currencies);
            steps.holds("Engagement", rights::engagement);
            steps.holds("Tags", rights::tags);
            steps.holds("Score and reason", rights::scoreFields);
        }
        return steps.done();
    }

    private String version() {
        return "Odoo " + client.version().text() + " answers at " + config.url()
                + CheckSteps.unencrypted(config.url(), "API key") + untested();
    }

    private String untested() {
        return client.version().tested()
                ? ""
                : "; Segcast is tested on a real 14 and a real 19, not on this version: try it on a copy of the database first";
    }

    private String login() {
        int uid =
                client.call("res.users", "context_get", Map.of()).asJsonObject().getInt("uid");
        String login = client.rows("res.users", "read", Map.of("ids", List.of(uid), "fields", List.of("login")))
                .get(0)
                .needText("login");
        String other = login.equals(config.user()) ? "" : ", not of '" + config.user() + "' as segcast.odoo.user says";
        return "database '" + config.database() + "' took the API key of user '" + login + "'" + other + keyLife();
    }

    private String keyLife() {
        List<String> ends = new OdooKeys(client)
                .ending().stream()
                        .map(key -> "'" + key.name() + "' on " + key.day())
                        .toList();
        return ends.isEmpty()
                ? ""
                : "; this user's keys run out: " + String.join(", ", ends)
                        + " (Odoo gives users who are no administrators 3 months at most): make a new one in time";
    }
}
