/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.HostCrmContract;
import org.segcast.connector.spi.OrderRecord;

/** The contract, kept against the stand-in. */
class OroCrmContractTest extends HostCrmContract {
    private final List<OroStandIn> opened = new ArrayList<>();

    private OroStandIn last() {
        return opened.get(opened.size() - 1);
    }

    @Override
    protected Seeded crmWith(List<ContactRecord> contacts, List<OrderRecord> orders) {
        opened.add(new OroStandIn());
        OroSeeds seeds = new OroSeeds(last());
        Map<String, String> ids = seeds.all(contacts, orders);
        return new Seeded(seeds.open(), id -> ids.get("c" + id), id -> ids.get("o" + id));
    }

    @Override
    protected HostCrm again(HostCrm crm) {
        return new OroSeeds(last()).open();
    }

    @Override
    protected Optional<BooleanSupplier> foreignTag(Seeded seeded, String contactId) {
        OroKey tag = new OroSeeds(last()).tag("Newsletter");
        OroKey contact = new OroKey("contacts", contactId);
        last().records().entities(tag).add(contact);
        return Optional.of(() -> last().records().entities(tag).contains(contact));
    }

    @AfterEach
    void stop() {
        opened.forEach(OroStandIn::close);
    }
}
