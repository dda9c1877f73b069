/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.segcast.connector.spi.Records.contact;

import java.util.Map;
import java.util.Optional;

/** A stand-in with contacts in it that have fields of their own, for tests elsewhere. */
public final class OroShowcase implements AutoCloseable {
    private final OroStandIn oro = new OroStandIn();

    /** Every second contact has points, every tenth a level. */
    public OroShowcase(int contacts) {
        oro.structure().field("Loyalty points", "points", "integer").choice("Level", "vip_level");
        OroSeeds seeds = new OroSeeds(oro);
        for (int i = 0; i < contacts; i++) {
            OroKey key = new OroKey("contacts", seeds.contact(contact(Integer.toString(i), "Contact " + i)));
            OroEntry entry = oro.records().need(key);
            entry.to(
                    "vip_level",
                    Optional.of(new OroKey("vipleveloptions", "gold")).filter(gold -> entry.number() % 10 == 0));
            if (i % 2 == 0) {
                entry.with("points", i);
            }
        }
    }

    /** Of a connection to it. */
    public Map<String, String> settings() {
        return Map.of(
                "url",
                oro.url().toString(),
                "client-id",
                OroStandIn.CLIENT,
                "client-secret",
                OroStandIn.SECRET,
                "currency",
                "EUR");
    }

    @Override
    public void close() {
        oro.close();
    }
}
