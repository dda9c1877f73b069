/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.segcast.predictive.feature.EngagementFeature;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.history.EngagementKind;

/**
 * Features that tell one story: their contributions are added up and told once. Families are wide on purpose: features that move
 * together share their weight in ways that make no sense one by one ("more orders raise, a longer time as customer lowers"). Each
 * kind of engagement and each attribute is a family of its own.
 */
enum ReasonFamily {
    /** How lately, against the own rhythm. */
    LATELY(
            DAYS_SINCE_LAST_ORDER,
            MEAN_GAP_DAYS,
            OVERDUE_RATIO,
            TREND,
            ORDERS_180D,
            ORDERS_90D,
            ORDERS_30D,
            SPENT_90D,
            MEAN_ORDER_VALUE_365D,
            MEAN_ORDER_VALUE_180D,
            MEAN_ORDER_VALUE_90D,
            MEAN_ORDER_VALUE_30D),
    /** How much over the whole time. */
    SO_FAR(ORDER_COUNT, ORDERS_365D, TOTAL_SPENT, SPENT_365D, TENURE_DAYS, DISTINCT_PRODUCTS),
    REGULARITY(GAP_CV),
    ORDER_VALUE(MEAN_ORDER_VALUE, LAST_ORDER_VALUE),
    SEASON(ORDERS_NEXT_60D_LAST_YEAR),
    BASKET(MEAN_BASKET_LINES, MEAN_BASKET_QUANTITY),
    RANGE(DISTINCT_CATEGORIES, CATEGORY_ENTROPY),
    FAVOURITE(FAVOURITE_CATEGORY, FAVOURITE_CATEGORY_SHARE);

    private final Set<PurchaseFeature> members;

    ReasonFamily(PurchaseFeature... members) {
        this.members = EnumSet.copyOf(Arrays.asList(members));
    }

    /** The family's name: an engagement's is its kind, that of any other feature its own. */
    static String nameOf(String feature) {
        for (ReasonFamily family : values()) {
            for (PurchaseFeature member : family.members) {
                if (member.key().equals(feature)) {
                    return family.name();
                }
            }
        }
        return EngagementFeature.kindOf(feature).map(EngagementKind::name).orElse(feature);
    }
}
