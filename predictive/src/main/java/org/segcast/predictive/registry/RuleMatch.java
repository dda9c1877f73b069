/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.Map;

/**
 * What a rule finds now.
 *
 * @param of profiled contacts in all
 * @param revenue of those who match, amount of the orders in the last 365 days less refunds, in the CRM's currency
 * @param rfm how many of those who match are in which RFM segment, by key
 */
public record RuleMatch(long matching, long of, double revenue, Map<String, Long> rfm) {

    public RuleMatch {
        rfm = Map.copyOf(rfm);
    }
}
