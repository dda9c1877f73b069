/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.push.PushPlanner;
import org.segcast.connector.push.TagDifference;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.push.PlanSummary.Sample;
import org.segcast.webapp.warehouse.Warehouse;

/** The plan: what should be, by the latest memberships and scores, against what the CRM held when it was last read. */
@ApplicationScoped
public class Plans {
    private static final PushPlanner PLANNER = new PushPlanner(0);

    @Inject
    private Warehouse warehouse;

    @Inject
    private WantedMarks wanted;

    /** Made anew from the warehouse; no call to the CRM. */
    public PushPlan make() {
        return make(warehouse.mirror().held());
    }

    private PushPlan make(HeldMarks held) {
        return PLANNER.plan(wanted.now(), held, warehouse.mirror().contactIds(true));
    }

    /** Empty before there are memberships to push. */
    public Optional<PlanSummary> current() {
        return warehouse
                .memberships()
                .asOf(RfmSegmentation.KIND)
                .map(asOf -> summary(warehouse.mirror().held()));
    }

    private PlanSummary summary(HeldMarks held) {
        PushPlan plan = make(held);
        Map<String, String> names = warehouse.mirror().names(sampled(plan));
        return new PlanSummary(
                plan.fingerprint(),
                plan.contacts(),
                plan.differences().stream()
                        .map(found -> tag(plan, found, names))
                        .toList(),
                scores(plan, held.scores(), names));
    }

    private static Collection<String> sampled(PushPlan plan) {
        Set<String> ids = new HashSet<>(plan.scores().sample());
        plan.differences().forEach(found -> ids.addAll(found.sample()));
        return ids;
    }

    private static PlanSummary.TagDifference tag(PushPlan plan, TagDifference found, Map<String, String> names) {
        Set<String> added = plan.changes().tags().stream()
                .filter(change -> change.tag().key().equals(found.tag().key()))
                .findFirst()
                .map(MarkChanges.TagChange::added)
                .orElse(Set.of());
        List<Sample> sample = found.sample().stream()
                .map(id -> new Sample(
                        id, names.getOrDefault(id, ""), added.contains(id) ? "gets the tag" : "loses the tag"))
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

    private static PlanSummary.ScoreDifference scores(
            PushPlan plan, Map<String, ScoreMark> held, Map<String, String> names) {
        List<Sample> sample = plan.scores().sample().stream()
                .map(id -> new Sample(
                        id,
                        names.getOrDefault(id, ""),
                        change(held.get(id), plan.changes().scores().get(id))))
                .toList();
        return new PlanSummary.ScoreDifference(
                plan.scores().added(), plan.scores().changed(), plan.scores().cleared(), sample);
    }

    private static String change(ScoreMark before, ScoreMark after) {
        List<String> percents = Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .map(mark ->
                        mark.map(found -> Math.round(found.percent()) + "%").orElse("no score"))
                .toList();
        return percents.get(0).equals(percents.get(1))
                ? "the reason is worded anew"
                : percents.get(0) + " becomes " + percents.get(1);
    }
}
