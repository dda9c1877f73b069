/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.push.Hysteresis;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.push.TagDifference;
import org.segcast.connector.spi.CallSizes;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.webapp.push.PlanSummary.Sample;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.warehouse.Warehouse;

/** The plan: what should be, by the latest memberships and scores, against what the CRM held when it was last read. */
@ApplicationScoped
public class Plans {
    @Inject
    private Warehouse warehouse;

    @Inject
    private WantedMarks wanted;

    @Inject
    private Settings settings;

    /** Made anew from the warehouse; no call to the CRM. Only the run that is going may ask for it. */
    public PushPlan make() {
        return warehouse.planner().plan(wanted, new Hysteresis(settings.pushHysteresis()));
    }

    /** As it was made last; empty before the first. */
    public Optional<PlanSummary> current() {
        return warehouse.planner().current().map(this::summary);
    }

    /** The fewest writing calls that the current plan costs. */
    public long calls(CallSizes sizes) {
        return warehouse.planner().current().map(plan -> plan.calls(sizes)).orElse(0L);
    }

    private PlanSummary summary(PushPlan plan) {
        Map<String, String> names = warehouse.mirror().names(sampled(plan));
        return new PlanSummary(
                plan.fingerprint(),
                plan.contacts(),
                plan.differences().stream().map(found -> tag(found, names)).toList(),
                scores(plan.scores(), names));
    }

    private static Set<String> sampled(PushPlan plan) {
        Set<String> ids = new HashSet<>();
        plan.scores().sample().forEach(sample -> ids.add(sample.contactId()));
        plan.differences().forEach(found -> found.sample().forEach(sample -> ids.add(sample.contactId())));
        return ids;
    }

    private static PlanSummary.TagDifference tag(TagDifference found, Map<String, String> names) {
        List<Sample> sample = found.sample().stream()
                .map(each -> new Sample(
                        each.contactId(),
                        names.getOrDefault(each.contactId(), ""),
                        each.direction() == Direction.ADDED ? "gets the tag" : "loses the tag"))
                .toList();
        return new PlanSummary.TagDifference(
                found.tag().key(),
                found.tag().name(),
                found.tag().colour(),
                found.before(),
                found.added(),
                found.removed(),
                sample);
    }

    private static PlanSummary.ScoreDifference scores(PushPlan.ScoreDifference found, Map<String, String> names) {
        List<Sample> sample = found.sample().stream()
                .map(each -> new Sample(
                        each.contactId(),
                        names.getOrDefault(each.contactId(), ""),
                        change(each.before(), each.after())))
                .toList();
        return new PlanSummary.ScoreDifference(found.added(), found.changed(), found.cleared(), sample);
    }

    private static String change(Optional<ScoreMark> before, Optional<ScoreMark> after) {
        String was = percentile(before);
        String becomes = percentile(after);
        return was.equals(becomes) ? "segment or reason changes" : was + " becomes " + becomes;
    }

    private static String percentile(Optional<ScoreMark> mark) {
        return mark.map(found -> "score " + Math.round(found.percent())).orElse("no score");
    }
}
