/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.review.SegmentReviews;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;

/** One segment: who they are, what to offer, its members. */
@Named("segmentPage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class SegmentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Segments segments;

    @Inject
    private Models models;

    @Inject
    private MemberList members;

    @Inject
    private SegmentReviews reviews;

    @Inject
    private Formats formats;

    private boolean found;
    private transient List<SegmentSummary> all;

    /** Called once the address was read. */
    public void open() {
        found = segment().isPresent();
        if (found) {
            members.open();
            reviews.looked(members.getKey());
        } else {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return found;
    }

    public SegmentSummary getSegment() {
        return segment().orElseThrow();
    }

    /** Whether somebody described it by a rule. */
    public boolean isRuled() {
        return getSegment().kind().equals(RuleMemberships.KIND);
    }

    /** How it was made, as people write it. */
    public String getKind() {
        return switch (getSegment().kind()) {
            case RuleMemberships.KIND -> "Rule";
            case ClusterBook.KIND -> "Cluster";
            default -> "RFM";
        };
    }

    /** Compared with the run before; nothing to compare at the first. */
    public String getChange() {
        return getSegment().change().isPresent()
                ? " · " + formats.signed(getSegment().change().getAsLong()) + " since run before"
                : "";
    }

    /** The model trained for this segment; empty where there is none. */
    public List<ModelReport> getReports() {
        return models.latest().stream()
                .filter(report -> report.scope().equals(members.getKey()))
                .toList();
    }

    public double getRevenueEach() {
        return getSegment().size() == 0
                ? Double.NaN
                : getSegment().revenue() / getSegment().size();
    }

    public long getSizeOfAll() {
        return rfm().mapToLong(SegmentSummary::size).sum();
    }

    public double getRevenueOfAll() {
        return rfm().mapToDouble(SegmentSummary::revenue).sum();
    }

    public long getNotEmailable() {
        return getSegment().size() - getSegment().emailable();
    }

    private Optional<SegmentSummary> segment() {
        return all().stream()
                .filter(segment -> segment.key().equals(members.getKey()))
                .findFirst();
    }

    /** Everybody is in exactly one of them, so that they add up. */
    private Stream<SegmentSummary> rfm() {
        return all().stream().filter(segment -> segment.kind().equals(RfmSegmentation.KIND));
    }

    private List<SegmentSummary> all() {
        if (all == null) {
            all = segments.all();
        }
        return all;
    }
}
