/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The port over a list: contacts by ascending id, orders sorted by date as they are read. */
public final class InMemoryHistories implements PurchaseHistories {

    private final List<AttributeDefinition> attributes;
    private final Map<String, ContactProfile> contacts = new TreeMap<>();
    private final Map<String, List<Purchase>> purchases = new TreeMap<>();
    private final Set<String> currencies = new LinkedHashSet<>();

    public InMemoryHistories(AttributeDefinition... attributes) {
        this.attributes = List.of(attributes);
    }

    public InMemoryHistories contact(String id, Map<String, String> values) {
        contacts.put(id, new ContactProfile(id, values));
        return this;
    }

    public InMemoryHistories order(String contactId, LocalDate date, double amount, PurchaseLine... lines) {
        contacts.computeIfAbsent(contactId, id -> new ContactProfile(id, Map.of()));
        List<Purchase> known = purchases.computeIfAbsent(contactId, id -> new ArrayList<>());
        known.add(new Purchase(contactId + "/" + known.size(), date, amount, List.of(lines)));
        return this;
    }

    public InMemoryHistories through(String channel, String contactId, LocalDate date, double amount) {
        order(contactId, date, amount);
        List<Purchase> known = purchases.get(contactId);
        Purchase last = known.remove(known.size() - 1);
        known.add(new Purchase(last.id(), date, amount, false, channel, "", List.of()));
        return this;
    }

    public InMemoryHistories refund(String contactId, LocalDate date, double amount) {
        contacts.computeIfAbsent(contactId, id -> new ContactProfile(id, Map.of()));
        List<Purchase> known = purchases.computeIfAbsent(contactId, id -> new ArrayList<>());
        known.add(new Purchase(contactId + "/" + known.size(), date, amount, true, "", "", List.of()));
        return this;
    }

    /** Orders and refunds of a contact come to be these, by what they were. */
    public void purchases(String contactId, UnaryOperator<List<Purchase>> becoming) {
        purchases.put(contactId, new ArrayList<>(becoming.apply(purchases.getOrDefault(contactId, List.of()))));
    }

    /** Without the contact; its purchases stay, as those of somebody who is not there. */
    public void remove(String contactId) {
        contacts.remove(contactId);
    }

    /** Currencies are told in the order in which they were first met. */
    public InMemoryHistories in(String currency, String contactId, LocalDate date, double amount) {
        order(contactId, date, amount);
        List<Purchase> known = purchases.get(contactId);
        Purchase last = known.remove(known.size() - 1);
        known.add(new Purchase(last.id(), date, amount, false, "", currency, List.of()));
        currencies.add(currency);
        return this;
    }

    @Override
    public List<String> currencies() {
        return List.copyOf(currencies);
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    @Override
    public void forEach(LocalDate asOf, Consumer<PurchaseHistory> sink) {
        contacts.forEach((id, contact) -> sink.accept(new PurchaseHistory(
                contact,
                purchases.getOrDefault(id, List.of()).stream()
                        .filter(purchase -> !purchase.date().isAfter(asOf))
                        .sorted(Comparator.comparing(Purchase::date))
                        .toList())));
    }
}
