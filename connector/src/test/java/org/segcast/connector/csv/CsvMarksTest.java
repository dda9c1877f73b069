/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

class CsvMarksTest {
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 1);
    private static final TagDefinition RISKY = new TagDefinition("risky", "=Risky, \"really\"", 1);

    private static final List<TagDefinition> EXCHANGED =
            List.of(new TagDefinition("gold", RISKY.name(), 1), new TagDefinition("risky", "Gold", 1));
    private static final Map<String, Set<String>> MEMBERS = Map.of("gold", Set.of("1"), "risky", Set.of("2"));

    @TempDir
    Path path;

    private CsvFolder folder;
    private CsvCrm crm;

    @BeforeEach
    void two_contacts() {
        folder = new CsvFolder(path)
                .holding(
                        List.of(Records.contact("1", "Ada"), Records.contact("2", "Bo"), Records.contact("-3", "Cy")),
                        List.of());
        crm = new CsvCrm(folder.config());
        crm.prepare(List.of(GOLD, RISKY));
    }

    @Test
    void tags_and_scores_stand_in_sorted_rows() {
        push(GOLD, Set.of("2", "1"));
        crm.push(
                new ListedChanges(
                        List.of(), Map.of("1", new ScoreMark("Champions", 73.4, "soon, \"likely\"")), Set.of()),
                ProgressListener.SILENT);
        assertEquals(List.of("contact_id,tag", "1,Gold", "2,Gold"), folder.lines("segcast-tags.csv"));
        assertEquals(
                List.of("contact_id,segment,score,reason", "1,Champions,0.734,\"soon, \"\"likely\"\"\""),
                folder.lines("segcast-scores.csv"));
    }

    @Test
    void cells_that_a_spreadsheet_would_run_are_defused_and_read_back_as_written() {
        push(RISKY, Set.of("-3"));
        crm.push(
                new ListedChanges(List.of(), Map.of("1", new ScoreMark("'@x", 50, "-cmd|' /C calc'!A0")), Set.of()),
                ProgressListener.SILENT);
        assertEquals(
                "-3,\"'=Risky, \"\"really\"\"\"",
                folder.lines("segcast-tags.csv").get(1));
        assertEquals(
                "1,''@x,0.500,'-cmd|' /C calc'!A0",
                folder.lines("segcast-scores.csv").get(1));
        assertEquals(Map.of("risky", Set.of("-3")), HeldMarks.of(crm).tags());
        assertEquals(
                Map.of("1", new ScoreMark("'@x", 50, "-cmd|' /C calc'!A0")),
                HeldMarks.of(crm).scores());
    }

    @Test
    void files_that_already_say_the_same_are_left_alone() throws IOException {
        push(GOLD, Set.of("1"));
        Path tags = path.resolve("segcast-tags.csv");
        Files.setLastModifiedTime(tags, FileTime.fromMillis(1000));
        push(GOLD, Set.of("1"));
        assertEquals(1000, Files.getLastModifiedTime(tags).toMillis());
        assertFalse(Files.exists(path.resolve(".segcast-tags.csv.tmp")));
    }

    @Test
    void a_tag_renamed_by_us_is_held_under_its_new_name() {
        push(GOLD, Set.of("1"));
        crm.prepare(List.of(new TagDefinition("gold", "Best of all", 1), RISKY));
        assertEquals(List.of("contact_id,tag", "1,Best of all"), folder.lines("segcast-tags.csv"));
        assertEquals(Map.of("gold", Set.of("1")), HeldMarks.of(crm).tags());
    }

    @Test
    void names_that_change_places_keep_their_members() {
        push(GOLD, Set.of("1"));
        push(RISKY, Set.of("2"));
        crm.prepare(List.of(new TagDefinition("gold", RISKY.name(), 1), new TagDefinition("risky", "Gold", 1)));
        assertEquals(
                Map.of("gold", Set.of("1"), "risky", Set.of("2")),
                HeldMarks.of(crm).tags());
    }

    @Test
    void a_crash_between_the_files_of_a_rename_loses_no_member() throws IOException {
        push(GOLD, Set.of("1"));
        byte[] tagsBefore = Files.readAllBytes(path.resolve("segcast-tags.csv"));
        crm.prepare(List.of(new TagDefinition("gold", "Best of all", 1), RISKY));
        Files.write(path.resolve("segcast-tags.csv"), tagsBefore);
        assertEquals(Map.of("gold", Set.of("1")), HeldMarks.of(crm).tags());
    }

    @Test
    void a_crash_before_any_file_of_tags_that_exchange_their_names_leaves_each_member_its_tag() throws IOException {
        push(GOLD, Set.of("1"));
        push(RISKY, Set.of("2"));
        crashes(() -> crm.prepare(EXCHANGED));
        assertEquals(MEMBERS, HeldMarks.of(crm).tags());
        crm.prepare(EXCHANGED);
        assertEquals(MEMBERS, HeldMarks.of(crm).tags());
        assertFalse(folder.lines("segcast-tags.csv").toString().contains("[gold]"), "the names on the way are gone");
    }

    @Test
    void a_crash_before_the_last_file_of_tags_that_exchange_their_names_leaves_each_member_its_tag()
            throws IOException {
        push(GOLD, Set.of("1"));
        push(RISKY, Set.of("2"));
        crm.prepare(List.of(
                new TagDefinition("gold", "Gold [gold]", 1), new TagDefinition("risky", RISKY.name() + " [risky]", 1)));
        crashes(() -> crm.prepare(EXCHANGED));
        assertEquals(MEMBERS, HeldMarks.of(crm).tags());
        crm.prepare(EXCHANGED);
        assertEquals(MEMBERS, HeldMarks.of(crm).tags());
    }

    /** The file of tags cannot be replaced, the one of keys before it can. */
    private void crashes(Runnable work) throws IOException {
        Path obstacle = Files.createDirectory(path.resolve(".segcast-scores.csv.tmp"));
        assertThrows(SegcastException.class, work::run);
        Files.delete(obstacle);
    }

    @Test
    void a_name_that_a_new_tag_takes_over_takes_no_member_along() {
        push(GOLD, Set.of("1"));
        push(new TagDefinition("new", "Gold", 2), Set.of("2"));
        assertEquals(
                Map.of("gold", Set.of("1"), "new", Set.of("2")),
                HeldMarks.of(crm).tags());
    }

    @Test
    void two_tags_of_one_name_are_refused() {
        SegcastException refused = assertThrows(
                SegcastException.class, () -> crm.prepare(List.of(GOLD, new TagDefinition("other", "Gold", 2))));
        assertEquals(ErrorCode.SETTINGS_INVALID, refused.code());
    }

    @Test
    void a_score_spoilt_by_hand_is_not_held() {
        folder.file("segcast-scores.csv", "contact_id,segment,score,reason", "1,Champions,high,x", "2,Champions,0.5,x");
        assertEquals(Set.of("2"), HeldMarks.of(crm).scores().keySet());
    }

    private void push(TagDefinition tag, Set<String> added) {
        crm.push(
                new ListedChanges(List.of(new TagChange(tag, added, Set.of())), Map.of(), Set.of()),
                ProgressListener.SILENT);
    }
}
