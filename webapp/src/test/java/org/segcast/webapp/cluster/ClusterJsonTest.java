/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.Cluster;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterTrial;
import org.segcast.predictive.cluster.scaling.ScaledNumber;
import org.segcast.predictive.cluster.scaling.ScaledWord;
import org.segcast.predictive.cluster.scaling.Scaling;

class ClusterJsonTest {
    private static final Clustering CLUSTERING = new Clustering(
            new ClusterModel(
                    new Scaling(List.of(
                            new ScaledNumber("total_spent", true, 0.1, 9.25, 5.5, 1.75),
                            new ScaledWord("country", List.of("DE", "AT"), List.of(0.6, 0.4), 1.5))),
                    List.of(
                            new Cluster(List.of(1.0, 0.25, -0.25), 2.5, 70),
                            new Cluster(List.of(-1.0, -0.75, 0.75), 1.5, 30))),
            new ClusterTrial(2, 0.5, 0.3, 0.95, 0.3),
            List.of(
                    new ClusterSegment("cluster-1-1", "Spenders \"north\"", 1, true),
                    new ClusterSegment("cluster-1-2", "Others", 2, false)));

    @Test
    void a_clustering_comes_back_as_it_was_kept() {
        assertEquals(CLUSTERING, ClusterJson.read(ClusterJson.write(CLUSTERING)));
    }

    @Test
    void what_no_model_can_be_is_refused_when_it_is_read() {
        String broken = ClusterJson.write(CLUSTERING).replace("\"deviation\":1.75", "\"deviation\":0");
        assertThrows(SegcastException.class, () -> ClusterJson.read(broken));
    }

    @Test
    void the_keys_of_clusters_are_no_other_segments() {
        CLUSTERING.segments().forEach(segment -> assertTrue(ClusterBook.reserves(segment.key()), segment.key()));
        assertTrue(ClusterBook.reserves(ClusterBook.NO_GOOD_FIT.key()));
        assertFalse(ClusterBook.reserves("german-spenders"));
    }

    @Test
    void traits_begin_with_what_sets_a_cluster_apart_most() {
        List<ClusterTrait> traits = ClusterTrait.of(CLUSTERING.model(), 1);
        assertEquals("total spent", traits.get(0).name());
        assertEquals(Math.expm1(5.5 - 1.75), traits.get(0).value(), 1e-9);
        assertEquals(Math.expm1(5.5), traits.get(0).usual(), 1e-9);
        assertEquals("country DE", traits.get(1).name());
        assertEquals(0.1, traits.get(1).value(), 1e-9);
        assertEquals("less total spent, less country DE", ClusterBook.suggested(CLUSTERING.model(), 1));
    }
}
