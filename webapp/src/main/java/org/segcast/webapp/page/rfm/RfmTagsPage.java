/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rfm;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.rfm.RfmTags;
import org.segcast.webapp.security.Role;

/** Chooses which RFM segments become tags in the CRM. */
@Named("rfmTagsPage")
@RequestScoped
public class RfmTagsPage {
    @Inject
    private RfmTags tags;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private List<Choice> choices = List.of();

    /** A segment with its box. */
    public static final class Choice {
        private final RfmSegment segment;
        private boolean tagged;

        Choice(RfmSegment segment, boolean tagged) {
            this.segment = segment;
            this.tagged = tagged;
        }

        public String getLabel() {
            return segment.label();
        }

        public int getColour() {
            return segment.colourSlot();
        }

        public boolean isTagged() {
            return tagged;
        }

        public void setTagged(boolean tagged) {
            this.tagged = tagged;
        }
    }

    @PostConstruct
    void look() {
        Set<RfmSegment> tagged = tags.tagged();
        choices = Arrays.stream(RfmSegment.values())
                .map(segment -> new Choice(segment, tagged.contains(segment)))
                .toList();
    }

    public String save() {
        if (visitor.may(Role.MARKETER)) {
            Set<RfmSegment> tagged = EnumSet.noneOf(RfmSegment.class);
            choices.stream().filter(Choice::isTagged).forEach(choice -> tagged.add(choice.segment));
            tags.keep(tagged, visitor.getName());
            notices.done("Saved. The next run's preview shows who gets or loses a tag.");
        }
        return "/rfm?faces-redirect=true";
    }

    public List<Choice> getChoices() {
        return choices;
    }
}
