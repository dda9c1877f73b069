/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureCsv;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.registry.FeatureStore;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.predictive.registry.ScoreStore;
import org.segcast.predictive.registry.WarehouseConnections;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.RfmAtCutOff;
import org.segcast.predictive.response.SimulatedShop;
import org.segcast.predictive.response.SnapshotBuilder;
import org.segcast.predictive.response.Snapshots;
import org.segcast.predictive.response.score.Score;
import org.segcast.predictive.response.score.Scorer;
import org.segcast.predictive.response.training.ResponseTraining;
import org.segcast.predictive.response.training.TrainingReport;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.weka.LogisticTrainer;

/** The steps one after the other, as the package's introduction shows them. */
class WholeWayTest {

    private static final LocalDate AS_OF = SimulatedShop.AS_OF;

    @TempDir
    Path folder;

    @Test
    void from_histories_to_scores_with_reasons_the_same_in_two_homes() throws Exception {
        String first = run("one", shop());
        assertEquals(first, run("two", shop()));
        assertTrue(first.lines().count() > 700);
        assertTrue(first.lines().skip(1).allMatch(line -> line.matches("c.*(Raises|Lowers|Much).*")));
    }

    private static InMemoryHistories shop() {
        return new SimulatedShop(1).ofRhythms(700).contact("zz-never-ordered", java.util.Map.of());
    }

    private String run(String home, PurchaseHistories histories) throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve(home + ".duckdb");
        try (Connection keeper = DriverManager.getConnection(url)) {
            assertFalse(keeper.isClosed());
            return steps(histories, () -> DriverManager.getConnection(url));
        }
    }

    private String steps(PurchaseHistories histories, WarehouseConnections warehouse) {
        FeatureExtractor extractor = new FeatureExtractor(histories.attributes());
        FeatureVectors features =
                new FeatureStore(warehouse).replace(new ExtractedFeatures(histories, extractor, AS_OF), AS_OF);
        assertSameAsExtracted(features, new ExtractedFeatures(histories, extractor, AS_OF));
        RfmSegmentation rfm = RfmSegmentation.of(features);
        MembershipStore memberships = new MembershipStore(warehouse);
        memberships.replace("rfm", AS_OF, sink -> features.forEach(v -> sink.accept(v.contactId(), rfm.keyOf(v))));
        assertEquals(
                701,
                memberships.sizes("rfm").values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertEquals(1, memberships.sizes("rfm").get(RfmSegment.PROSPECTS.key()));
        Snapshots snapshots =
                new SnapshotBuilder(extractor, new RfmAtCutOff()).build(histories, AS_OF, Objective.REORDER_60);
        TrainingReport report = (TrainingReport) new ResponseTraining(new LogisticTrainer(folder.resolve("weka")), 1)
                .train(snapshots, progress -> {}, () -> false);
        ScoreStore scores = new ScoreStore(warehouse);
        Scorer scorer = new Scorer(Objective.REORDER_60, AS_OF, report.models());
        scores.replace("reorder_60", AS_OF, scorer.scores(features, rfm::keyOf));
        assertTrue(scores.find("zz-never-ordered").isEmpty());
        Score one = scores.find("reorder_60", "c000000").orElseThrow();
        assertEquals(memberships.segmentOf("rfm", "c000000").orElseThrow(), one.segment());
        StringBuilder csv = new StringBuilder();
        scores.writeCsv("reorder_60", csv);
        return csv.toString();
    }

    private static void assertSameAsExtracted(FeatureVectors stored, FeatureVectors extracted) {
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        FeatureCsv.write(stored, one);
        FeatureCsv.write(extracted, other);
        assertEquals(other.toString(), one.toString());
    }
}
