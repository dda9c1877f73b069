/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** The connection test. Each step says what was found; those behind an address or login that does not hold are left out. */
final class OdooCheck {
    private final OdooClient client;
    private final OdooConfig config;
    private final OdooRights rights;
    private final List<Step> steps = new ArrayList<>();

    OdooCheck(OdooClient client, OdooConfig config) {
        this.client = client.once();
        this.config = config;
        this.rights = new OdooRights(this.client, config);
    }

    ConnectionCheck run() {
        if (step("Odoo", this::version) && step("Login", this::login)) {
            step("Contacts", rights::contacts);
            step("Consent", rights::consent);
            step("Orders", rights::orders);
            step("Point of sale", rights::tills);
            step("Credit notes", rights::creditNotes);
            step("Currencies", rights::currencies);
            step("Engagement", rights::engagement);
            step("Tags", rights::tags);
            step("Score and reason", rights::scoreFields);
        }
        return new ConnectionCheck(steps);
    }

    private boolean step(String what, Supplier<String> trial) {
        try {
            steps.add(Step.holds(what, trial.get()));
            return true;
        } catch (SegcastException e) {
            steps.add(Step.fails(what, e.code(), e.getMessage()));
            return false;
        } catch (ClassCastException | NullPointerException e) { // what the JSON API throws where a field is missing
            steps.add(Step.fails(
                    what, ErrorCode.ANSWER_UNREADABLE, "what answers there is not the Odoo that Segcast knows"));
            return false;
        }
    }

    private String version() {
        return "Odoo " + client.version().text() + " answers at " + config.url() + unencrypted() + unproven();
    }

    private String unproven() {
        return client.version().json2()
                ? ""
                : "; not all of Segcast's tests pass on Odoo before 19: try it on a copy of the database";
    }

    private String unencrypted() {
        boolean local = config.url().getHost().matches("localhost|127\\..*|\\[::1\\]");
        return config.url().getScheme().equalsIgnoreCase("https") || local
                ? ""
                : "; the connection is not encrypted: the API key can be read on the way, use https";
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
