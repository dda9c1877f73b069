/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.push.DesiredMarks;
import org.segcast.connector.push.DesiredScore;
import org.segcast.connector.push.Hysteresis;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.push.PushPlanner;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/**
 * The plan for 1,000,000 contacts that all hold a tag and a score, of which 1% changed, within the server's own settings: a heap of 512 MB, which
 * the profile {@code bench} gives this process too, and a warehouse of 192 MB on 2 threads.
 */
class PlanBench {
    private static final int CONTACTS = 1_000_000;
    private static final int WAREHOUSE_MB = 192;
    private static final int THREADS = 2;
    private static final int ONE_IN = 100;
    private static final List<TagDefinition> TAGS = IntStream.range(0, 10)
            .mapToObj(i -> new TagDefinition("segment-" + i, "Segment " + i, i + 1))
            .toList();

    @TempDir
    Path folder;

    @Test
    void a_plan_for_a_million_contacts_of_which_one_in_a_hundred_changed() throws SQLException {
        try (DuckDbWarehouse warehouse =
                new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), WAREHOUSE_MB, THREADS)) {
            Mirror mirror = new Mirror(warehouse);
            fill(warehouse);
            PushPlanner planner = new PushPlanner(warehouse);
            double reading = seconds(() -> planner.readHeld(holding()));
            PushPlan[] plan = new PushPlan[1];
            double planning = seconds(() -> plan[0] = planner.plan(new Desired(), new Hysteresis(5)));
            assertEquals(CONTACTS, mirror.contactIds(true).size());
            assertEquals(CONTACTS / ONE_IN, plan[0].contacts());
            LongAdder sent = new LongAdder();
            double telling = seconds(() -> {
                plan[0].changes().members(50_000, (tag, direction, contacts) -> sent.add(contacts.size()));
                plan[0].changes().scores(2_000, scores -> sent.add(scores.size()));
            });
            assertEquals(plan[0].changes().size(), sent.sum());
            double again = seconds(planner::current);
            Figures.keep(
                    "plan",
                    Figure.atMost("taking in the marks that a CRM of 1,000,000 contacts holds", reading, "s", 15),
                    Figure.atMost("plan for 1,000,000 contacts, 1% changed", planning, "s", 15),
                    Figure.atMost("telling its changes in parts", telling, "s", 5),
                    Figure.atMost("showing it", again, "s", 1),
                    Figure.atMost("most heap in use", peakMegabytes(), "MB", 512));
        }
    }

    private static void fill(DuckDbWarehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO mirror.contact SELECT CAST(i AS VARCHAR), 'Contact ' || i, NULL, NULL, NULL,"
                    + " true, true, true, MAP {}, NULL FROM range(1, " + (CONTACTS + 1) + ") t(i)");
        }
    }

    /** A CRM that holds every mark as it was desired before. */
    private static HostCrm holding() {
        return (HostCrm) Proxy.newProxyInstance(
                PlanBench.class.getClassLoader(), new Class<?>[] {HostCrm.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("capabilities")) {
                        return Set.of();
                    }
                    if (!method.getName().equals("heldMarks")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    MarkSink sink = (MarkSink) arguments[0];
                    for (int id = 1; id <= CONTACTS; id++) {
                        sink.tag(TAGS.get(id % TAGS.size()).key(), Integer.toString(id));
                        sink.score(Integer.toString(id), mark(id, id % 101));
                    }
                    return null;
                });
    }

    private static ScoreMark mark(int id, double percent) {
        return new ScoreMark(
                TAGS.get(id % TAGS.size()).name(),
                percent,
                id % 90 + "% chance to order within 60 days. Lowers: late by own rhythm: orders every " + id % 300
                        + " days, last " + id % 400 + " days ago; spent " + id % 1000 + " in all");
    }

    /** Everything as it is held, but for one in a hundred: another tag, and a score twenty points off. */
    private record Desired() implements DesiredMarks {
        @Override
        public List<TagDefinition> tags() {
            return TAGS;
        }

        @Override
        public void members(MemberSink sink) {
            for (int id = 1; id <= CONTACTS; id++) {
                int segment = id % ONE_IN == 0 ? id + 1 : id;
                sink.accept(TAGS.get(segment % TAGS.size()).key(), Integer.toString(id));
            }
        }

        @Override
        public void scores(ScoreSink sink) {
            for (int id = 1; id <= CONTACTS; id++) {
                int percent = id % 101;
                int moved = id % ONE_IN == 0 ? (percent + 50) % 101 : percent;
                sink.accept(Integer.toString(id), new DesiredScore(mark(id, moved), id % 90, "LATELY LOWERS"));
            }
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1e6;
    }
}
