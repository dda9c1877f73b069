/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Three mail campaigns with a control group. A mail adds its type's effect to the chance that somebody would have responded anyway. */
final class SampleCampaigns {
    static final List<String> HEADER = List.of("campaign", "contact_id", "treatment", "date", "responded");
    private static final double TREATED = 0.7;
    private static final double REACHED = 0.5;

    private record Campaign(String name, int daysAgo) {}

    private static final List<Campaign> CAMPAIGNS =
            List.of(new Campaign("Early bird", 200), new Campaign("Member week", 130), new Campaign("Last chance", 70));

    private SampleCampaigns() {}

    static List<List<String>> draw(SampleCustomer customer, SamplePerson person, LocalDate asOf, Draws draws) {
        List<List<String>> rows = new ArrayList<>();
        for (Campaign campaign : CAMPAIGNS) {
            LocalDate day = asOf.minusDays(campaign.daysAgo());
            boolean reached = draws.chance(REACHED) && customer.since().isBefore(day);
            boolean treated = draws.chance(TREATED);
            boolean responded = draws.chance(anyway(customer, day) + (treated ? customer.type().mailEffect : 0));
            if (reached && !person.emailOptOut() && !person.noProfiling()) {
                rows.add(List.of(
                        campaign.name(),
                        customer.id(),
                        treated ? "mail" : "control",
                        day.toString(),
                        responded ? "1" : "0"));
            }
        }
        return rows;
    }

    private static double anyway(SampleCustomer customer, LocalDate day) {
        if (!customer.type().ordersAgain() || !customer.dropout().isAfter(day)) {
            return 0.03;
        }
        return customer.type() == CustomerType.REGULAR ? 0.30 : 0.12;
    }
}
