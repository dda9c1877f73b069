/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmGrid;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rfm.RfmWindow;

class RfmJsonTest {

    @Test
    void settings_come_back_as_they_were_kept() {
        RfmSettings own = new RfmSettings(
                2,
                RfmOrders.TILL,
                RfmWindow.QUARTER,
                RfmWindow.YEAR,
                Optional.of(new RfmCutPoints(List.of(30.5), List.of(2.0), List.of(99.95))),
                new RfmGrid(List.of(
                        List.of(RfmSegment.LOST, RfmSegment.RESCUE), List.of(RfmSegment.NEW, RfmSegment.CHAMPIONS))));
        for (RfmSettings settings : List.of(RfmSettings.USUAL, own)) {
            RfmDraft read = RfmJson.read(RfmJson.write(RfmDraft.of(settings)).toString());
            assertEquals(List.of(), read.problems());
            assertEquals(settings, read.settings());
        }
    }

    @Test
    void a_draft_begins_with_the_most_recent_row() {
        RfmDraft draft = RfmDraft.of(RfmSettings.USUAL);
        assertEquals("champions", draft.grid().get(0).get(4));
        assertEquals("lost", draft.grid().get(4).get(0));
    }

    @Test
    void what_is_left_out_is_as_usual() {
        RfmDraft empty = RfmJson.read("{}");
        assertTrue(empty.problems().isEmpty());
        assertEquals(RfmSettings.USUAL, empty.settings());
        assertEquals(RfmGrid.usual(7), RfmJson.read("{\"ranks\": 7}").settings().grid());
    }

    @Test
    void all_problems_are_told_at_once_with_their_fields() {
        RfmDraft draft = new RfmDraft(
                2,
                "web",
                "ever",
                "365",
                Optional.of(new RfmDraft.Thresholds(List.of(0.0), List.of(Double.NaN), List.of(-5.0))),
                List.of(List.of("lost", "nobody"), List.of("new", "new")));
        assertEquals(
                List.of("orders", "frequencyWindow", "thresholds.recency", "thresholds.frequency", "grid"),
                draft.problems().stream().map(RfmProblem::field).toList());
    }
}
