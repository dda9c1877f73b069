/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.page.customers.MemberList;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.review.PastReview;
import org.segcast.webapp.review.SegmentReviews;
import org.segcast.webapp.security.Role;

/** Marks the segment that is shown as reviewed. */
@Named("reviewForm")
@RequestScoped
public class ReviewForm {
    @Inject
    private SegmentReviews reviews;

    @Inject
    private MemberList shown;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private String note = "";

    public List<PastReview> getPast() {
        return reviews.of(shown.getKey());
    }

    public String review() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        Optional<String> problem = reviews.review(shown.getKey(), note, visitor.getName());
        if (problem.isPresent()) {
            notices.refused(problem.get());
            return "";
        }
        notices.done("Marked as reviewed.");
        return "/segment?faces-redirect=true&key=" + formats.parameter(shown.getKey());
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }
}
