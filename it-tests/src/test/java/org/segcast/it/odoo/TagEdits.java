/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import jakarta.json.JsonNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People who edit tags of their own, one contact after the other, from the contact's side and from the tag's, adding and removing. What Odoo refused
 * (it gives up where two write the same row for long) is not counted as done.
 */
final class TagEdits implements Runnable {
    private static final int ADD = 4;
    private static final int REMOVE = 3;

    private final OdooDatabase odoo;
    private final List<Integer> partners;
    private final Map<Integer, Set<Integer>> members = new TreeMap<>();
    private final int first;
    private final int second;
    private volatile boolean stopped;
    private volatile int count;

    TagEdits(OdooDatabase odoo, List<Integer> partners) {
        this.odoo = odoo;
        this.partners = List.copyOf(partners);
        this.first = tag("First of theirs", partners.subList(0, partners.size() / 2));
        this.second = tag("Second of theirs", List.of());
    }

    private int tag(String name, List<Integer> holders) {
        List<List<Integer>> commands =
                holders.stream().map(partner -> List.of(ADD, partner)).toList();
        int tag = odoo.create("res.partner.category", Map.of("name", name, "partner_ids", commands));
        members.put(tag, new TreeSet<>(holders));
        return tag;
    }

    @Override
    public void run() {
        for (int turn = 0; !stopped; turn++) {
            int partner = partners.get(turn * 7 % partners.size());
            int tag = turn % 2 == 0 ? first : second;
            boolean adds = !members.get(tag).contains(partner);
            int command = adds ? ADD : REMOVE;
            try {
                if (turn % 4 < 2) {
                    odoo.write("res.partner", partner, Map.of("category_id", List.of(List.of(command, tag))));
                } else {
                    odoo.write("res.partner.category", tag, Map.of("partner_ids", List.of(List.of(command, partner))));
                }
            } catch (IllegalStateException conflict) {
                continue;
            }
            if (adds) {
                members.get(tag).add(partner);
            } else {
                members.get(tag).remove(partner);
            }
            count = turn + 1;
        }
    }

    void stop() {
        stopped = true;
    }

    int count() {
        return count;
    }

    /** Members by tag, as they were edited; asked when the edits are over. */
    Map<Integer, Set<Integer>> expected() {
        return members;
    }

    Map<Integer, Set<Integer>> found() {
        Map<Integer, Set<Integer>> found = new TreeMap<>();
        for (Integer tag : members.keySet()) {
            found.put(
                    tag,
                    new TreeSet<>(odoo.read("res.partner.category", tag, "partner_ids")
                            .getJsonObject(0)
                            .getJsonArray("partner_ids")
                            .getValuesAs(JsonNumber::intValue)));
        }
        return found;
    }
}
