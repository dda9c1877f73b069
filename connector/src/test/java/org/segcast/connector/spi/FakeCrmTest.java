/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;
import java.util.List;

class FakeCrmTest extends HostCrmContract {
    @Override
    protected Seeded crmWith(List<ContactRecord> contacts, List<OrderRecord> orders) {
        FakeCrm crm = new FakeCrm(
                Capability.ORDER_LINES, Capability.READS_CHANGES, Capability.COUNTS_IDS, Capability.SCORES_BY_CHANGE);
        contacts.forEach(contact -> crm.with(Records.at(Instant.parse("2025-06-01T00:00:00Z"), contact)));
        orders.forEach(order -> crm.with(Records.at(Instant.parse("2025-06-01T00:00:00Z"), order)));
        return Seeded.asGiven(crm);
    }

    @Override
    protected HostCrm again(HostCrm crm) {
        return crm;
    }
}
