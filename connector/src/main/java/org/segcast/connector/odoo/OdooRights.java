/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

/** What the key's user may read and change. Each answer says in words what was found, or throws what is missing. */
final class OdooRights {
    private final OdooClient client;
    private final OdooConfig config;
    private final OdooReader reader;
    private final OdooScores scores;

    OdooRights(OdooClient client, OdooConfig config) {
        this.client = client;
        this.config = config;
        this.reader = new OdooReader(client, config.reading());
        this.scores = new OdooScores(client);
    }

    String contacts() {
        reader.contacts().rows(PageRequest.first(Optional.empty(), 1));
        String found = reader.count("res.partner", reader.scope().contacts().and("active", "=", true))
                + " contacts can be read, beside archived ones";
        List<String> absent = OdooAttributes.chosen(config.reading()).stream()
                .filter(name -> !reader.contacts().reads(name))
                .toList();
        if (!absent.isEmpty()) {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID,
                    found + "; they have no field " + String.join(", ", absent)
                            + " that the API key's user may read and that can be learnt from: correct segcast.odoo.fields");
        }
        return found;
    }

    String consent() {
        int objectors = reader.objections().count();
        String tag = config.reading().noProfilingTag();
        String field = reader.partnerFields()
                .noProfiling()
                .map(name -> ", beside those whose field '" + name + "' says so")
                .orElse("");
        String objections = objectors == 0
                ? "no contact holds the tag '" + tag + "' for an objection to profiling" + field
                : objectors + " contacts object to profiling (tag '" + tag + "')" + field;
        if (reader.consents().listsClosed()) {
            throw denied(objections + "; who left a mailing list is hidden from the API key's user: "
                    + "give it the right 'Email Marketing: User', else these people count as willing to get mail");
        }
        return objections + "; opt-outs from mail can be read";
    }

    String orders() {
        String found;
        try {
            found = reader.count("sale.order", OdooDomain.all().and("state", "=", "sale"))
                    + " confirmed orders can be read";
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

    String tills() {
        return optional("pos.order", "point-of-sale orders", "the right 'Point of Sale: User'", OdooDomain.all());
    }

    String creditNotes() {
        OdooDomain posted = OdooDomain.all().and("move_type", "=", "out_refund").and("state", "=", "posted");
        return optional("account.move", "credit notes", "the right 'Invoicing: Read-only'", posted);
    }

    String currencies() {
        return reader.currencies().described();
    }

    /** All series in one sentence; none of them is needed. */
    String engagement() {
        return Stream.of(
                        optional("mailing.trace", "mails", "the right 'Email Marketing: User'", OdooDomain.all()),
                        optional("calendar.attendee", "invitations to meetings", "a role in Odoo", OdooDomain.all()),
                        optional("crm.lead", "leads", "a right on CRM", OdooDomain.alsoArchived()),
                        optional("website.track", "website visits", "the right 'Website: Editor'", OdooDomain.all()))
                .collect(Collectors.joining("; "));
    }

    private String optional(String model, String what, String right, OdooDomain domain) {
        try {
            return reader.count(model, domain) + " " + what + " can be read";
        } catch (SegcastException e) {
            return switch (e.code()) {
                case MODULE_MISSING -> what + ": not installed here";
                case RIGHTS_MISSING -> what + " are left out: the API key's user may not read them, give it " + right;
                default -> throw e;
            };
        }
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
}
