/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.BitSet;
import java.util.List;

/**
 * The contacts that the latest read of contacts told: one bit for each, so that a million of them need less than a megabyte. Ids beyond what a CRM gives
 * out in years are not remembered.
 */
final class OdooContactIds {
    private static final int GREATEST = 100_000_000;

    private final BitSet ids = new BitSet();

    synchronized void forget() {
        ids.clear();
    }

    synchronized void add(List<OdooRow> contacts) {
        contacts.stream()
                .mapToInt(OdooRow::id)
                .filter(OdooContactIds::remembered)
                .forEach(ids::set);
    }

    synchronized boolean contains(int partner) {
        return remembered(partner) && ids.get(partner);
    }

    private static boolean remembered(int id) {
        return id > 0 && id <= GREATEST;
    }
}
