/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRowsTest {
    @TempDir
    Path folder;

    @Test
    void however_few_rows_memory_holds_the_same_is_told() {
        for (int inMemory : new int[] {1, 2, 7, 1000}) {
            SplittableRandom random = new SplittableRandom(inMemory);
            Map<String, List<List<String>>> expected = new TreeMap<>();
            Map<String, List<List<String>>> told = new TreeMap<>();
            List<String> order = new ArrayList<>();
            try (SortedRows rows = new SortedRows(folder, inMemory)) {
                for (int i = 0; i < 200; i++) {
                    List<String> row = List.of(Integer.toString(random.nextInt(40)), "k" + random.nextInt(3), "№ " + i);
                    expected.computeIfAbsent(row.get(0), id -> new ArrayList<>())
                            .add(row);
                    rows.add(row.toArray(String[]::new));
                }
                rows.byFirst((first, group) -> {
                    order.add(first);
                    told.put(first, group);
                });
            }
            expected.values().forEach(group -> group.sort((a, b) -> a.get(1).compareTo(b.get(1))));
            assertEquals(expected, told, inMemory + " in memory");
            assertEquals(List.copyOf(expected.keySet()), order);
            assertFalse(Files.exists(folder.resolve(".segcast-sorting")));
        }
    }

    @Test
    void what_a_killed_push_left_behind_is_gone_with_the_next() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".segcast-sorting")).resolve("7");
        Files.writeString(left, "half a row");
        try (SortedRows rows = new SortedRows(folder, 1)) {
            assertFalse(Files.exists(left));
            rows.add("1", "only");
            assertTrue(Files.exists(folder.resolve(".segcast-sorting")));
            rows.byFirst((first, group) -> assertEquals(List.of(List.of("1", "only")), group));
        }
    }
}
