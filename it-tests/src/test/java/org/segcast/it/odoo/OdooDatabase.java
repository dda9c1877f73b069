/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.it.Patience;

/** A real Odoo as tests fill and inspect it, beside the adapter and with none of its code. */
final class OdooDatabase {
    private final Map<String, String> settings;
    private final OdooCalls calls;

    private OdooDatabase(String version, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        this.calls = new OdooCalls(version, settings);
    }

    /** The newest Odoo; what properties or the environment name, else a scratch database. */
    static OdooDatabase newest() {
        Map<String, String> named = new HashMap<>();
        for (String name : List.of("URL", "DATABASE", "USER", "API_KEY")) {
            String setting = "SEGCAST_ODOO_" + name;
            Optional.ofNullable(System.getProperty(setting))
                    .or(() -> Optional.ofNullable(System.getenv(setting)))
                    .ifPresent(value -> named.put(setting, value));
        }
        return new OdooDatabase(
                OdooServer.NEWEST, named.isEmpty() ? OdooServer.reset("it_contract", OdooScratch.EMPTY) : named);
    }

    /** A scratch database of the oldest Odoo that Segcast speaks to. */
    static OdooDatabase oldest() {
        return new OdooDatabase(
                OdooServer.OLDEST, OdooServer.reset(OdooServer.OLDEST, "it_contract", OdooScratch.EMPTY));
    }

    boolean isOldest() {
        return calls.oldest();
    }

    String setting(String name) {
        return settings.get(name);
    }

    JsonValue call(String model, String method, Map<String, Object> arguments) {
        return calls.call(model, method, arguments);
    }

    List<Integer> create(String model, List<? extends Map<String, Object>> values) {
        return values.isEmpty() ? List.of() : ids(call(model, "create", Map.of("vals_list", values)));
    }

    int create(String model, Map<String, Object> values) {
        return create(model, List.of(values)).get(0);
    }

    void write(String model, int id, Map<String, Object> values) {
        call(model, "write", Map.of("ids", List.of(id), "vals", values));
    }

    List<Integer> search(String model, List<Object> domain) {
        return ids(call(model, "search", Map.of("domain", domain, "context", Map.of("active_test", false))));
    }

    JsonArray read(String model, int id, String... fields) {
        return call(model, "read", Map.of("ids", List.of(id), "fields", List.of(fields)))
                .asJsonArray();
    }

    /** Writes a record until Odoo stamps it with a later second than before; whole seconds decide what it finds as changed. @return that second */
    Instant nextSecond(String model, int id) {
        Instant before = stamp(model, id);
        return Patience.until(
                "Odoo's next second", Duration.ofSeconds(30), () -> stamp(model, id), stamp -> stamp.isAfter(before));
    }

    private Instant stamp(String model, int id) {
        write(model, id, Map.of("active", true));
        String stamp = read(model, id, "write_date").getJsonObject(0).getString("write_date");
        return LocalDateTime.parse(stamp.substring(0, 19).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    /** The id behind an external id. */
    int reference(String module, String name) {
        Map<String, Object> arguments =
                Map.of("module", module, "xml_id", name, "context", Map.of("active_test", false));
        return call("ir.model.data", "check_object_reference", arguments)
                .asJsonArray()
                .getInt(1);
    }

    private static List<Integer> ids(JsonValue list) {
        return list.asJsonArray().getValuesAs(JsonNumber::intValue);
    }

    /** Partner ids in the order of the contacts; whoever does not want mail is put on the blacklist. */
    List<Integer> contacts(List<ContactRecord> contacts) {
        List<Map<String, Object>> values = new ArrayList<>();
        Set<String> blacklisted = blacklisted();
        for (ContactRecord contact : contacts) {
            String email = contact.email().orElse("");
            values.add(Map.of("name", contact.name(), "email", email, "active", contact.active()));
            if (blacklisted.contains(email) == contact.consent().email()) {
                setBlacklisted(email, !contact.consent().email());
            }
        }
        return create("res.partner", values);
    }

    private Set<String> blacklisted() {
        return call("mail.blacklist", "search_read", Map.of("domain", List.of(), "fields", List.of("email")))
                .asJsonArray()
                .getValuesAs((JsonObject row) -> row.getString("email"))
                .stream()
                .collect(Collectors.toSet());
    }

    void setBlacklisted(String email, boolean blacklisted) {
        List<Integer> known = search("mail.blacklist", List.of(List.of("email", "=", email)));
        if (known.isEmpty() && blacklisted) {
            create("mail.blacklist", Map.of("email", email));
        }
        known.forEach(id -> write("mail.blacklist", id, Map.of("active", blacklisted)));
    }

    int order(OrderRecord order, int partner) {
        List<Object> lines = new ArrayList<>();
        for (OrderLineRecord line : order.lines()) {
            lines.add(line(
                    line.product(), line.quantity().doubleValue(), line.amount().doubleValue()));
        }
        if (lines.isEmpty()) {
            lines.add(line("Anything", 1, order.amount().doubleValue()));
        }
        return create(
                "sale.order",
                Map.of(
                        "partner_id",
                        partner,
                        "date_order",
                        order.orderedAt().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")),
                        "state",
                        order.state() == OrderState.CONFIRMED
                                ? "sale"
                                : order.state() == OrderState.OPEN ? "draft" : "cancel",
                        "order_line",
                        lines));
    }

    private List<Object> line(String product, double quantity, double amount) {
        return List.of(
                0,
                0,
                Map.of(
                        "product_id",
                        product(product),
                        "product_uom_qty",
                        quantity,
                        "price_unit",
                        amount / quantity,
                        isOldest() ? "tax_id" : "tax_ids",
                        List.of(List.of(5))));
    }

    private int product(String name) {
        List<Integer> known = search("product.product", List.of(List.of("name", "=", name)));
        return known.isEmpty() ? create("product.product", Map.of("name", name, "type", "service")) : known.get(0);
    }
}
