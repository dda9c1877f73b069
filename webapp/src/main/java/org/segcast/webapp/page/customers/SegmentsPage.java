/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.segcast.webapp.dashboard.Dashboard;
import org.segcast.webapp.dashboard.DashboardFigures;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;

/** All segments side by side; their parts sum to the totals shown. */
@Named("segmentsPage")
@RequestScoped
public class SegmentsPage {
    @Inject
    private Segments segments;

    @Inject
    private Dashboard dashboard;

    @Inject
    private Formats formats;

    private List<SegmentSummary> all = List.of();
    private List<SegmentSummary> ruled = List.of();
    private List<SegmentSummary> clustered = List.of();
    private String currency = "";

    @PostConstruct
    void look() {
        all = segments.rfm();
        ruled = segments.ruled();
        clustered = segments.clustered();
        currency = dashboard.figures().map(DashboardFigures::currency).orElse("");
    }

    public List<SegmentSummary> getAll() {
        return all;
    }

    /** Those that people described; anybody may be in any of them, so they have no sum. */
    public List<SegmentSummary> getRuled() {
        return ruled;
    }

    /** Customers who are alike; every customer is in one. */
    public List<SegmentSummary> getClustered() {
        return clustered;
    }

    public String getCurrency() {
        return currency;
    }

    public long getSize() {
        return all.stream().mapToLong(SegmentSummary::size).sum();
    }

    public double getRevenue() {
        return all.stream().mapToDouble(SegmentSummary::revenue).sum();
    }

    public long getEmailable() {
        return all.stream().mapToLong(SegmentSummary::emailable).sum();
    }

    /** Length of a bar in percent; the largest is full. */
    public double sizeBar(SegmentSummary segment) {
        long largest = all.stream().mapToLong(SegmentSummary::size).max().orElse(0);
        return largest == 0 ? 0 : 100.0 * segment.size() / largest;
    }

    public double revenueBar(SegmentSummary segment) {
        double largest = all.stream().mapToDouble(SegmentSummary::revenue).max().orElse(0);
        return largest <= 0 ? 0 : Math.max(0, 100 * segment.revenue() / largest);
    }

    /** The answer before the evidence: what the two strongest segments hold and bring. */
    public String getInsight() {
        if (all.size() < 3 || getRevenue() <= 0) {
            return "";
        }
        List<SegmentSummary> first = all.subList(0, 2);
        double people = first.stream().mapToLong(SegmentSummary::size).sum();
        double money = first.stream().mapToDouble(SegmentSummary::revenue).sum();
        return "Two segments hold " + formats.share(people, getSize()) + " of people and bring "
                + formats.share(money, getRevenue()) + " of revenue.";
    }
}
