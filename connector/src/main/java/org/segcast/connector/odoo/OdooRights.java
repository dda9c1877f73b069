/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

/** What the key's user may read and change. Each answer says in words what was found, or throws what is missing. */
final class OdooRights {
    private final OdooClient client;
    private final OdooConfig config;
    private final OdooScope scope;
    private final OdooConsents consents;
    private final OdooScores scores;

    OdooRights(OdooClient client, OdooConfig config) {
        this.client = client;
        this.config = config;
        this.scope = new OdooScope(client);
        this.consents = new OdooConsents(client, config.noProfilingTag());
        this.scores = new OdooScores(client);
    }

    String contacts() {
        new OdooContacts(client, scope, consents).rows(PageRequest.first(Optional.empty(), 1));
        return count("res.partner", scope.contacts().and("active", "=", true))
                + " contacts can be read, beside archived ones";
    }

    String consent() {
        int objectors = consents.objectors();
        String objections = objectors == 0
                ? "no contact holds the tag '" + config.noProfilingTag() + "' for an objection to profiling"
                : objectors + " contacts object to profiling (tag '" + config.noProfilingTag() + "')";
        if (consents.listsClosed()) {
            throw denied(objections + "; who left a mailing list is hidden from the API key's user: "
                    + "give it the right 'Email Marketing: User', else these people count as willing to get mail");
        }
        return objections + "; opt-outs from mail can be read";
    }

    String orders() {
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
            throw denied(found + ", but only those of the API key's user itself: "
                    + "give it the Sales right 'All Documents'");
        }
        return found;
    }

    String tags() {
        if (client.may("res.partner.category", "create")
                && client.may("res.partner.category", "write")
                && client.may("res.partner", "write")) {
            return "tags can be made and set on contacts";
        }
        throw denied(
                "the API key's user may not change contacts and their tags: give it the right 'Contact Creation'; until then nothing is shown in Odoo");
    }

    String scoreFields() {
        if (scores.fieldsExist()) {
            return "the fields for score and reason are there";
        }
        if (client.may("ir.model.fields", "create") && client.may("ir.ui.view", "create")) {
            return "the fields for score and reason can be made";
        }
        throw denied("the API key's user may not add fields to Odoo: the tags work, score and reason are not shown; "
                + "connect once with an administrator's key to make the fields");
    }

    private static SegcastException denied(String found) {
        return new SegcastException(ErrorCode.RIGHTS_MISSING, found);
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
