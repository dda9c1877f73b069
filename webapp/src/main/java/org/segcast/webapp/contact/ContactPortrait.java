/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.contact;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.segment.SegmentSummary;

/**
 * All about one contact.
 *
 * @param cluster the closest, or the one for who fits none; empty where there are no clusters
 * @param features by name, as of the latest run; a number, a text, or absent where missing; empty without consent to profiling
 * @param orders confirmed ones and refunds up to the as-of date, newest first
 * @param engagements up to that date, newest first, the latest few
 */
public record ContactPortrait(
        String id,
        String name,
        String email,
        String phone,
        String company,
        boolean emailAllowed,
        boolean profilingAllowed,
        Map<String, String> attributes,
        Optional<SegmentSummary> segment,
        List<SegmentSummary> ruleSegments,
        Optional<ClosestCluster> cluster,
        List<SegmentMove> moves,
        Optional<ScoreCard> score,
        Map<String, Object> features,
        List<PlacedOrder> orders,
        List<Engagement> engagements,
        Optional<URI> crmPage) {

    /** @param confidence 1 in the very middle of the cluster, 0 half-way to the next closest */
    public record ClosestCluster(SegmentSummary segment, double confidence) {}

    /** @param from empty where the contact joined its first segment */
    public record SegmentMove(LocalDate asOf, Optional<String> from, String to) {}

    /**
     * @param chance 0 to 1
     * @param average the mean chance over all scored customers, 0 to 1
     * @param percentile of 100 scored customers, how many score lower
     * @param band {@code top tenth}, {@code next three tenths} or {@code lower six tenths} of all scored customers
     * @param until last day of the window that the chance is about
     */
    public record ScoreCard(
            String objective,
            double chance,
            double average,
            int percentile,
            String band,
            String modelId,
            String modelName,
            String grade,
            LocalDate asOf,
            LocalDate until,
            List<ReasonLine> reasons) {}

    /** @param raises false where it lowers the chance */
    public record ReasonLine(boolean raises, String headline, String detail) {}

    /**
     * @param amount in the company's currency; zero or negative for a refund
     * @param original what was agreed on, where that was in another currency
     */
    public record PlacedOrder(
            String id,
            LocalDate date,
            double amount,
            String currency,
            boolean refund,
            Optional<Original> original,
            List<String> products) {}

    public record Original(double amount, String currency) {}

    /** @param kind in small letters, such as {@code mail_opened} */
    public record Engagement(String kind, LocalDate date) {}
}
