/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.response.score.Band;
import org.segcast.predictive.response.score.Reason;
import org.segcast.predictive.response.score.Score;

class ScoreStoreTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private ScoreStore store;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        store = new ScoreStore(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    static Score score(String contactId, double probability) {
        Reason reason = new Reason(
                "overdue_ratio", Reason.Direction.LOWERS, -0.25, "Late", "Orders, \"every\" 87 days.", "late: 96 days");
        return new Score(
                contactId, "reorder_60", "loyal", probability, Band.HIGH, 96, "all-1", MONDAY, List.of(reason));
    }

    @Test
    void gives_back_scores_with_their_reasons() {
        replace(MONDAY, score("1", 0.125), score("2", 1 / 3.0));
        assertEquals(score("2", 1 / 3.0), store.find("reorder_60", "2").orElseThrow());
        assertEquals(List.of(score("1", 0.125)), store.find("1"));
        assertEquals(2, store.count("reorder_60"));
        List<Score> all = new ArrayList<>();
        store.scores("reorder_60").forEach(all::add);
        assertEquals(List.of("1", "2"), all.stream().map(Score::contactId).toList());
        assertTrue(store.find("reorder_60", "9").isEmpty());
        assertEquals(0.125 + 1 / 3.0, store.expectedResponders("reorder_60"), 1e-12);
        assertEquals(0, store.expectedResponders("other"));
    }

    @Test
    void a_score_without_reasons_comes_back_without() {
        Score plain = new Score("1", "reorder_60", "loyal", 0.5, Band.LOW, 0, "all-1", MONDAY, List.of());
        replace(MONDAY, plain);
        assertEquals(List.of(plain), store.find("1"));
    }

    @Test
    void control_characters_in_words_do_not_break_the_reasons_apart() {
        Reason odd = new Reason("attr_a\tb", Reason.Direction.RAISES, 0.5, "A\nb", "A\u0085b.", "a\r\nb");
        replace(MONDAY, new Score("1", "reorder_60", "loyal", 0.5, Band.LOW, 0, "all-1", MONDAY, List.of(odd)));
        Reason found = store.find("1").get(0).reasons().get(0);
        assertEquals(new Reason("attr_a b", Reason.Direction.RAISES, 0.5, "A b", "A b.", "a  b"), found);
    }

    @Test
    void keeps_one_point_of_history_per_date() throws SQLException {
        replace(MONDAY, score("1", 0.1));
        replace(MONDAY.plusDays(7), score("1", 0.2));
        replace(MONDAY.plusDays(7), score("1", 0.3));
        assertEquals(2, warehouse.count("score_history"));
        assertEquals(1, warehouse.count("score_history WHERE probability = 0.3"));
        assertEquals(1, store.count("reorder_60"));
    }

    @Test
    void a_replacement_that_dies_half_way_changes_nothing() {
        replace(MONDAY, score("1", 0.1));
        assertThrows(
                IllegalStateException.class,
                () -> store.replace("reorder_60", MONDAY, sink -> {
                    sink.accept(score("2", 0.2));
                    throw new IllegalStateException("killed");
                }));
        assertEquals(List.of(score("1", 0.1)), store.find("1"));
        assertEquals(1, store.count("reorder_60"));
    }

    @Test
    void writes_a_csv_by_contact_id_at_six_decimals_and_disarms_formulas() {
        replace(MONDAY, score("1", 1 / 3.0), score("10", 1), score("=2", 0.0000004));
        StringBuilder out = new StringBuilder();
        store.writeCsv("reorder_60", out);
        assertEquals("""
                contact_id,segment,score,band,model,as_of,reason
                1,loyal,0.333333,top tenth,all-1,2025-06-02,Lowers: late: 96 days
                10,loyal,1.000000,top tenth,all-1,2025-06-02,Lowers: late: 96 days
                '=2,loyal,0.000000,top tenth,all-1,2025-06-02,Lowers: late: 96 days
                """, out.toString());
    }

    @Test
    void an_objective_without_scores_has_a_csv_of_its_header() {
        StringBuilder out = new StringBuilder();
        store.writeCsv("other", out);
        assertEquals("contact_id,segment,score,band,model,as_of,reason\n", out.toString());
    }

    private void replace(LocalDate asOf, Score... scores) {
        store.replace("reorder_60", asOf, sink -> List.of(scores).forEach(sink));
    }
}
