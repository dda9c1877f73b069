/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.rfm.RfmSettings;

class CandidatesTest {

    private static List<String> names(AttributeDefinition... attributes) {
        return Candidates.of(new FeatureExtractor(List.of(attributes)).schema(), RfmSettings.USUAL).stream()
                .map(Candidate::name)
                .toList();
    }

    @Test
    void no_segmentation_comes_first_and_no_name_comes_twice() {
        List<String> names = names(
                new AttributeDefinition("gender", AttributeType.NOMINAL),
                new AttributeDefinition("club", AttributeType.NOMINAL),
                new AttributeDefinition("points", AttributeType.NUMERIC));
        assertEquals("No segmentation", names.get(0));
        assertTrue(
                names.containsAll(List.of("RFM", "Club", "RFM × Club", "Bands of points", "Gender")), names::toString);
        assertEquals(names.size(), names.stream().distinct().count(), names::toString);
    }
}
