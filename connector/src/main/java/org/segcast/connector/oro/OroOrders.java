/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.oro.OroResource.Key;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/**
 * Reads OroCommerce's orders with their lines, customers and customer users in one call, and looks up their contacts in another, see {@link OroPeople}.
 *
 * <p>Oro keeps an order's value in the company's currency to itself and tells no rates, so orders in another currency are left out and listed.
 */
final class OroOrders {
    /** The price is for the whole quantity, not for a unit of it. */
    private static final int BUNDLED = 20;

    private final OroConfig config;
    private final OroReader reader;
    private final OroPeople people;

    OroOrders(OroClient client, OroConfig config) {
        this.config = config;
        this.reader = new OroReader(client, config.pageSize());
        this.people = new OroPeople(new OroReader(client, config.pageSize()));
    }

    Page<OrderRecord> page(PageRequest request) {
        OroQuery query = request.changedSince().map(query()::changedSince).orElse(query());
        OroReader.Slice slice = reader.slice(query, request.afterId(), request.size());
        return page(slice.document(), slice.last() ? Optional.empty() : slice.lastId());
    }

    Page<OrderRecord> byId(Set<String> ids) {
        return reader.byId(query(), ids.stream(), document -> page(document, Optional.empty()));
    }

    private static OroQuery query() {
        return OroQuery.of("orders")
                .include("lineItems", "customerUser", "customer", "customer.account")
                .fields(
                        "orders",
                        "createdAt",
                        "updatedAt",
                        "currency",
                        "totalValue",
                        "internalStatus",
                        "status",
                        "customerUser",
                        "customer",
                        "lineItems")
                .fields(
                        "orderlineitems",
                        "productName",
                        "freeFormProduct",
                        "productSku",
                        "quantity",
                        "value",
                        "priceType")
                .fields("customerusers", "email")
                .fields("customers", "account")
                .fields("accounts", "defaultContact");
    }

    private Page<OrderRecord> page(OroDocument document, Optional<String> next) {
        Map<String, String> byEmail = people.contactsByEmail(document);
        return OroPages.page(document.data(), order -> order(order, document, byEmail), RecordKind.ORDER, next);
    }

    private OrderRecord order(OroResource order, OroDocument document, Map<String, String> byEmail) {
        String contact = people.contact(order, document, byEmail)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "no contact has the customer user's e-mail address, and the customer's account has no default contact"));
        String currency = order.needText("currency");
        if (!currency.equals(config.currency())) {
            throw new IllegalArgumentException("the order is in " + currency + ", not in " + config.currency()
                    + " as segcast.oro.currency says, and Oro's API tells no rates");
        }
        return new OrderRecord(
                order.id(),
                contact,
                LocalDateTime.ofInstant(order.needTime("createdAt"), ZoneOffset.UTC),
                order.needNumber("totalValue"),
                currency,
                state(order),
                lines(order, document),
                order.time("updatedAt"));
    }

    /** A shop that manages its states elsewhere keeps them in {@code status}; a pending order waits for approval or payment. */
    private static OrderState state(OroResource order) {
        String internal = order.one("internalStatus").map(Key::id).orElse("");
        String external = order.one("status").map(Key::id).orElse("");
        if (internal.equals("cancelled") || external.equals("cancelled")) {
            return OrderState.CANCELLED;
        }
        return internal.equals("pending") ? OrderState.OPEN : OrderState.CONFIRMED;
    }

    private static List<OrderLineRecord> lines(OroResource order, OroDocument document) {
        return order.many("lineItems").stream()
                .flatMap(key -> document.included(key).stream())
                .map(OroOrders::line)
                .toList();
    }

    private static OrderLineRecord line(OroResource line) {
        String product = line.text("productName")
                .or(() -> line.text("freeFormProduct"))
                .or(() -> line.text("productSku"))
                .orElse("");
        BigDecimal quantity = line.number("quantity").orElse(BigDecimal.ONE);
        BigDecimal price = line.number("value").orElse(BigDecimal.ZERO);
        boolean bundled = line.number("priceType")
                .filter(type -> type.intValue() == BUNDLED)
                .isPresent();
        return new OrderLineRecord(product, "", quantity, bundled ? price : price.multiply(quantity));
    }
}
