/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

/** The connection test. Each step says what was found; those behind an address or login that does not hold are left out. */
final class OdooCheck {
    private static final int OLDEST = 19;

    private final OdooClient client;
    private final OdooConfig config;
    private final OdooScope scope;
    private final OdooScores scores;
    private final List<Step> steps = new ArrayList<>();

    OdooCheck(OdooClient client, OdooConfig config) {
        this.client = client.once();
        this.config = config;
        this.scope = new OdooScope(this.client);
        this.scores = new OdooScores(this.client);
    }

    ConnectionCheck run() {
        if (step("Odoo", this::version) && step("Login", this::login)) {
            step("Contacts", this::contacts);
            step("Orders", this::orders);
            step("Tags", this::tags);
            step("Score and reason", this::fields);
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
        } catch (ClassCastException | NullPointerException e) {
            steps.add(Step.fails(
                    what, ErrorCode.ANSWER_UNREADABLE, "what answers there is not the Odoo that Segcast knows"));
            return false;
        }
    }

    private String version() {
        String version;
        try {
            version = client.version().getString("version", "");
        } catch (SegcastException e) {
            if (e.kind() == SegcastException.Kind.TRANSIENT || e.code() == ErrorCode.ADDRESS_UNREACHABLE) {
                throw e;
            }
            version = versionOfOld();
        }
        if (!version.matches("(saas~)?[0-9]{1,3}([.~].*)?") || major(version) < OLDEST) {
            throw tooOld(version);
        }
        return "Odoo " + version + " answers at " + config.url() + unencrypted();
    }

    private String versionOfOld() {
        try {
            JsonValue result = client.versionOfOld().getOrDefault("result", JsonValue.EMPTY_JSON_OBJECT);
            return result.asJsonObject().getString("server_version", "");
        } catch (SegcastException e) {
            if (e.kind() == SegcastException.Kind.TRANSIENT) {
                throw e;
            }
            return "";
        }
    }

    private static int major(String version) {
        return Integer.parseInt(version.replaceFirst("^saas~", "").replaceFirst("[.~].*$", ""));
    }

    private SegcastException tooOld(String version) {
        String found = version.isEmpty()
                ? "what answers at " + config.url() + " is no Odoo: check the address"
                : "Odoo " + version + " answers at " + config.url()
                        + ", but Segcast needs Odoo 19 or later, the first with the JSON-2 API";
        return new SegcastException(ErrorCode.NOT_THIS_CRM, found);
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
        List<String> ends =
                OdooQuery.read(client, "res.users.apikeys", OdooDomain.all(), "name", "expiration_date").stream()
                        .flatMap(key -> key
                                .text("expiration_date")
                                .map(end -> "'" + key.text("name").orElse("") + "' on " + end.substring(0, 10))
                                .stream())
                        .toList();
        return ends.isEmpty()
                ? ""
                : "; this user's keys run out: " + String.join(", ", ends)
                        + " (Odoo gives users who are no administrators 3 months at most): make a new one in time";
    }

    private String contacts() {
        OdooConsents consents = new OdooConsents(client, config.noProfilingTag());
        new OdooContacts(client, scope, consents).rows(PageRequest.first(Optional.empty(), 1));
        return count("res.partner", scope.contacts().and("active", "=", true))
                + " contacts can be read, beside archived ones";
    }

    private String orders() {
        String found;
        try {
            found = count("sale.order", OdooDomain.all().and("state", "=", "sale")) + " confirmed orders can be read";
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.MODULE_MISSING) {
                throw e;
            }
            throw new SegcastException(
                    e.code(),
                    "this Odoo has no sale orders: its contacts can be read and tagged, but without "
                            + "orders there is nothing to predict from; install the Sales app",
                    e);
        }
        if (!mayInGroup("sales_team.group_sale_salesman_all_leads")) {
            throw denied(found + ", but only those of user '" + config.user()
                    + "' itself: give this user the Sales right 'All Documents'");
        }
        return found;
    }

    private String tags() {
        if (may("res.partner.category", "create")
                && may("res.partner.category", "write")
                && may("res.partner", "write")) {
            return "tags can be made and set on contacts";
        }
        throw denied(
                "user '" + config.user()
                        + "' may not change contacts and their tags: give it the right 'Contact Creation'; until then nothing is shown in Odoo");
    }

    private String fields() {
        if (scores.fieldsExist()) {
            return "the fields for score and reason are there";
        }
        if (may("ir.model.fields", "create") && may("ir.ui.view", "create")) {
            return "the fields for score and reason can be made";
        }
        throw denied("user '" + config.user()
                + "' may not add fields to Odoo: the tags work, score and reason are not shown; "
                + "connect once with an administrator's key to make the fields");
    }

    private static SegcastException denied(String found) {
        return new SegcastException(ErrorCode.RIGHTS_MISSING, found);
    }

    private boolean may(String model, String operation) {
        return JsonValue.TRUE.equals(client.call(model, "has_access", Map.of("operation", operation)));
    }

    private boolean mayInGroup(String group) {
        int uid =
                client.call("res.users", "context_get", Map.of()).asJsonObject().getInt("uid");
        return JsonValue.TRUE.equals(
                client.call("res.users", "has_group", Map.of("ids", List.of(uid), "group_ext_id", group)));
    }

    private long count(String model, OdooDomain domain) {
        return ((JsonNumber) client.call(model, "search_count", Map.of("domain", domain.terms()))).longValue();
    }
}
