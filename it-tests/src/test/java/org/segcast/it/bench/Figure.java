/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;

/**
 * A measured figure and what it should be.
 *
 * @param peer whom it was measured against; empty text where nobody
 * @param ratio of us to the peer, such that more is better; NaN without a peer
 * @param goal in words
 */
record Figure(
        String name,
        double value,
        String unit,
        String peer,
        double peerValue,
        double ratio,
        String goal,
        boolean holds) {

    static Figure atMost(String name, double value, String unit, double most) {
        return new Figure(name, value, unit, "", Double.NaN, Double.NaN, "at most " + most + " " + unit, value <= most);
    }

    /** Of rates: more is better. */
    Figure against(String whom, double theirValue, double least) {
        double share = value / theirValue;
        return new Figure(name, value, unit, whom, theirValue, share, "ratio at least " + least, share >= least);
    }

    static Figure rate(String name, double value, String unit) {
        return new Figure(name, value, unit, "", Double.NaN, Double.NaN, "", true);
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("value", number(value))
                .add("unit", unit)
                .add("peer", peer)
                .add("peerValue", number(peerValue))
                .add("ratio", number(ratio))
                .add("goal", goal)
                .add("holds", holds)
                .build();
    }

    private static JsonValue number(double number) {
        return Double.isNaN(number) ? Json.createValue("") : Json.createValue(Math.round(number * 1000) / 1000.0);
    }

    @Override
    public String toString() {
        String beside =
                peer.isEmpty() ? "" : String.format(Locale.ROOT, ", %s %.1f, ratio %.2f", peer, peerValue, ratio);
        return String.format(
                Locale.ROOT, "%s: %.1f %s%s (goal %s: %s)", name, value, unit, beside, goal, holds ? "holds" : "SHORT");
    }
}
