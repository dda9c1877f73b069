/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.ExampleFixture;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.RfmAtCutOff;
import org.segcast.predictive.response.SimulatedShop;
import org.segcast.predictive.response.SnapshotBuilder;
import org.segcast.predictive.response.Snapshots;
import org.segcast.predictive.response.Trainer;
import org.segcast.predictive.response.TrainerDescription;
import org.segcast.predictive.response.evaluation.Evaluation;
import org.segcast.predictive.response.evaluation.Grade;
import org.segcast.predictive.weka.LogisticTrainer;

class ResponseTrainingTest {

    @TempDir
    static Path home;

    private static TrainingReport rhythms;

    @BeforeAll
    static void train_a_shop_of_rhythms_once() {
        rhythms = train(snapshots(new SimulatedShop(1).ofRhythms(4000)));
    }

    @Test
    void customers_with_rhythms_get_a_model_clearly_better_than_the_simple_rule() {
        Published all = (Published) rhythms.outcomes().get(0);
        Evaluation evaluation = all.card().evaluation();
        assertTrue(evaluation.auc() > evaluation.ruleAuc() + 0.05, evaluation.toString());
        assertTrue(evaluation.logLoss() < evaluation.baseRateLogLoss());
        assertEquals(Grade.A, all.card().grade(), evaluation.toString());
        assertEquals(Confidence.NORMAL, all.card().confidence());
        assertEquals(7, all.card().cutOffs().size());
        assertTrue(all.card().topFeatures().size() <= 10);
    }

    @Test
    void every_scope_has_one_outcome_and_segments_without_enough_use_the_global_model() {
        TrainingReport report = rhythms;
        assertEquals(10, report.outcomes().size());
        assertEquals(
                10,
                report.outcomes().stream()
                        .map(TrainingOutcome::scope)
                        .distinct()
                        .count());
        UsesGlobal lost = (UsesGlobal) report.outcomes().get(9);
        assertEquals("lost", lost.scope().key());
        assertEquals(Refusal.Code.TOO_FEW_RESPONSES_TO_LEARN, lost.reason().code());
        assertTrue(lost.evaluation().isEmpty());
        assertEquals(report.published().size(), report.models().size());
    }

    @Test
    void a_shop_without_pattern_publishes_nothing() {
        TrainingReport report = train(snapshots(new SimulatedShop(3).withoutPattern(1000)));
        assertEquals(List.of(), report.published());
        NotPublished all = (NotPublished) report.outcomes().get(0);
        assertEquals(Grade.C, all.tested().grade());
        assertTrue(
                all.reason().message().contains("No better than the simple rule"),
                all.reason().message());
    }

    @Test
    void the_same_histories_and_seed_give_the_same_models_and_ids() {
        TrainingReport one = train(snapshots(new SimulatedShop(2).ofRhythms(400)));
        TrainingReport other = train(snapshots(new SimulatedShop(2).ofRhythms(400)));
        assertEquals(one.models(), other.models());
        TrainingReport third = train(snapshots(new SimulatedShop(22).ofRhythms(400)));
        assertNotEquals(one.models().get(0).id(), third.models().get(0).id());
    }

    @Test
    void helpers_change_nothing_of_the_result() throws InterruptedException {
        Snapshots snapshots = snapshots(new SimulatedShop(2).ofRhythms(400));
        ExecutorService helpers = Executors.newFixedThreadPool(3);
        try {
            TrainingReport alone = train(snapshots);
            TrainingReport helped = (TrainingReport) new ResponseTraining(new LogisticTrainer(home), 1, helpers)
                    .train(snapshots, progress -> {}, () -> false);
            assertEquals(alone.published(), helped.published());
            assertEquals(told(alone), told(helped));
        } finally {
            helpers.shutdown();
            assertTrue(helpers.awaitTermination(1, TimeUnit.MINUTES), "a helper still waits");
        }
    }

    @Test
    void a_stop_and_a_failure_leave_no_helper_waiting() throws InterruptedException {
        Snapshots snapshots = snapshots(60, 60, 30, 30);
        ExecutorService helpers = Executors.newFixedThreadPool(3);
        Trainer broken = new BrokenTrainer();
        assertThrows(
                IllegalStateException.class,
                () -> new ResponseTraining(broken, 1, helpers).train(snapshots, progress -> {}, () -> false));
        AtomicInteger asked = new AtomicInteger();
        TrainingResult stopped = new ResponseTraining(new LogisticTrainer(home), 1, helpers)
                .train(snapshots, progress -> {}, () -> asked.incrementAndGet() > 1);
        assertEquals(new TrainingStopped(1, 2), stopped);
        helpers.shutdown();
        assertTrue(helpers.awaitTermination(1, TimeUnit.MINUTES), "a helper still waits");
    }

    /** Scope and kind of each outcome, with what was measured. */
    private static List<String> told(TrainingReport report) {
        return report.outcomes().stream()
                .map(outcome -> outcome.scope() + " " + outcome.getClass() + " " + outcome.evaluation())
                .toList();
    }

    private static final class BrokenTrainer implements Trainer {
        @Override
        public TrainerDescription description() {
            return new TrainerDescription("broken", "1", "");
        }

        @Override
        public ResponseModel train(Dataset dataset, long seed) {
            throw new IllegalStateException("broken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "39, 400, 100, 100, TOO_FEW_RESPONSES_TO_LEARN", "400, 39, 100, 100, TOO_FEW_OTHERS_TO_LEARN",
        "40, 40, 19, 100, TOO_FEW_RESPONSES_TO_TEST", "40, 40, 100, 19, TOO_FEW_OTHERS_TO_TEST"
    })
    void refuses_one_below_the_minimum(int learnt, int others, int tested, int testedOthers, Refusal.Code expected) {
        Snapshots snapshots = snapshots(learnt, others, tested, testedOthers);
        TrainingReport report = train(snapshots);
        Refused refused = (Refused) report.outcomes().get(0);
        assertEquals(expected, refused.reason().code());
        assertTrue(
                refused.reason().message().contains("we need at least"),
                refused.reason().message());
        assertEquals(Refused.class, report.outcomes().get(1).getClass());
        Refused segment = (Refused) report.outcomes().get(1);
        assertFalse(
                segment.reason().message().contains("try again when"),
                segment.reason().message());
    }

    @Test
    void takes_exactly_the_minimum() {
        TrainingReport report = train(snapshots(40, 40, 20, 20));
        assertNotEquals(Refused.class, report.outcomes().get(0).getClass());
    }

    @Test
    void a_refusal_says_reason_both_numbers_and_what_to_do() {
        Refused refused =
                (Refused) train(snapshots(39, 1259, 100, 100)).outcomes().get(0);
        assertEquals(
                "Too few orders to learn from. 39 of 1,298 past cases ordered within 60 days; we need at least 40. Ask about a"
                        + " longer window, or try again when there are more orders.",
                refused.reason().message());
    }

    @Test
    void a_short_history_and_an_empty_crm_are_refused_calmly() {
        InMemoryHistories young = new InMemoryHistories();
        for (int i = 0; i < 200; i++) {
            young.order("c" + i, SimulatedShop.AS_OF.minusDays(i), 10);
        }
        for (InMemoryHistories shop : List.of(young, new InMemoryHistories().contact("1", Map.of()))) {
            TrainingReport report = train(snapshots(shop));
            assertTrue(report.outcomes().stream().allMatch(Refused.class::isInstance));
            Refused all = (Refused) report.outcomes().get(0);
            assertEquals(Refusal.Code.HISTORY_TOO_SHORT, all.reason().code());
            assertTrue(
                    all.reason().message().contains("at least 300"),
                    all.reason().message());
        }
    }

    @Test
    void confidence_is_low_below_120_responses() {
        assertEquals(Confidence.LOW, Confidence.of(119));
        assertEquals(Confidence.NORMAL, Confidence.of(120));
    }

    @Test
    void tells_its_progress_and_stops_when_asked() {
        Snapshots snapshots = snapshots(60, 60, 30, 30);
        List<TrainingProgress> told = new ArrayList<>();
        TrainingResult done =
                new ResponseTraining(new LogisticTrainer(home), 1).train(snapshots, told::add, () -> false);
        assertInstanceOf(TrainingReport.class, done);
        assertEquals(List.of(0, 1, 2), told.stream().map(TrainingProgress::done).toList());
        TrainingResult stopped =
                new ResponseTraining(new LogisticTrainer(home), 1).train(snapshots, progress -> {}, () -> true);
        assertEquals(new TrainingStopped(0, 2), stopped);
    }

    private static TrainingReport train(Snapshots snapshots) {
        return (TrainingReport)
                new ResponseTraining(new LogisticTrainer(home), 1).train(snapshots, progress -> {}, () -> false);
    }

    private static Snapshots snapshots(int learnt, int others, int tested, int testedOthers) {
        return ExampleFixture.snapshots(
                ExampleFixture.dataset(ExampleFixture.trainingCutOff(), learnt, others),
                ExampleFixture.dataset(ExampleFixture.testCutOff(), tested, testedOthers));
    }

    private static Snapshots snapshots(InMemoryHistories shop) {
        return new SnapshotBuilder(new FeatureExtractor(shop.attributes()), new RfmAtCutOff())
                .build(shop, SimulatedShop.AS_OF, Objective.REORDER_60);
    }
}
