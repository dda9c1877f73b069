/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.segcast.predictive.feature.PurchaseFeature;

/** Features that tell one story: their contributions are added up and told once. Each attribute is a family of its own. */
enum ReasonFamily {
    RHYTHM(DAYS_SINCE_LAST_ORDER, MEAN_GAP_DAYS, OVERDUE_RATIO),
    REGULARITY(GAP_CV),
    FREQUENCY(ORDER_COUNT, ORDERS_365D, ORDERS_180D, ORDERS_90D, ORDERS_30D),
    SPEND(TOTAL_SPENT, SPENT_365D, SPENT_90D),
    ORDER_VALUE(MEAN_ORDER_VALUE, LAST_ORDER_VALUE),
    MOMENTUM(TREND),
    TENURE(TENURE_DAYS),
    SEASON(ORDERS_NEXT_60D_LAST_YEAR),
    BASKET(MEAN_BASKET_LINES, MEAN_BASKET_QUANTITY),
    RANGE(DISTINCT_PRODUCTS, DISTINCT_CATEGORIES, CATEGORY_ENTROPY),
    FAVOURITE(FAVOURITE_CATEGORY, FAVOURITE_CATEGORY_SHARE);

    private final Set<PurchaseFeature> members;

    ReasonFamily(PurchaseFeature... members) {
        this.members = EnumSet.copyOf(Arrays.asList(members));
    }

    /** The family's name, or the feature's own where it is an attribute. */
    static String nameOf(String feature) {
        for (ReasonFamily family : values()) {
            for (PurchaseFeature member : family.members) {
                if (member.key().equals(feature)) {
                    return family.name();
                }
            }
        }
        return feature;
    }
}
