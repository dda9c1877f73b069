/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.mirror.ReadPlace;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

/** What {@link MirrorBench} measures, in a process of its own, so that nobody else's memory is counted. Prints a name and a figure to the line. */
public final class MirrorLoad {
    private static final int MEMORY_MB = 700;
    private static final int THREADS = 2;
    private static final int HEAP_MB = 512;
    private static final int MOST_MINUTES = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 1400;
    private static final int PAGE = 5000;
    private static final String[] CITIES = {"Oslo", "Łódź", "Lyon", "Porto", "Graz", "Gent", "Turku", "Brno"};

    private MirrorLoad() {}

    /** The figures of a load in a process of its own, a name and a figure to the line. */
    static List<String> run(Path folder, int contacts, int orders) throws IOException, InterruptedException {
        Path said = folder.resolve("load.log");
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MirrorLoad.class.getName(),
                        folder.toString(),
                        Integer.toString(contacts),
                        Integer.toString(orders))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!load.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            load.destroyForcibly();
            throw new AssertionError("the load did not end within " + MOST_MINUTES + " minutes");
        }
        List<String> lines = Files.readAllLines(said);
        assertEquals(0, load.exitValue(), lines::toString);
        return lines;
    }

    /** Loads where no mirror of today's shape with so many orders is there yet. */
    static void ensure(Path folder, int contacts, int orders, LocalDate day) throws IOException, InterruptedException {
        Path base = Files.createDirectories(folder).resolve("base.duckdb");
        if (Files.exists(base)) {
            try (DuckDbWarehouse warehouse = new DuckDbWarehouse(base, MEMORY_MB, THREADS)) {
                if (new Mirror(warehouse).counts(day).orders() >= orders) {
                    return;
                }
            }
        }
        run(folder, contacts, orders);
    }

    /** {@code folder contacts orders}: writes the files where they are missing, loads them, and upserts one in a hundred. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int contacts = Integer.parseInt(arguments[1]);
        int orders = Integer.parseInt(arguments[2]);
        write(folder, contacts, orders);
        Files.deleteIfExists(folder.resolve("base.duckdb"));
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("base.duckdb"), MEMORY_MB, THREADS)) {
            Mirror mirror = new Mirror(warehouse);
            timed("load", () -> load(folder, mirror));
            expect(contacts, mirror.counts(FIRST_DAY.plusDays(DAYS)).contacts());
            expect(orders, mirror.counts(FIRST_DAY.plusDays(DAYS)).orders());
            timed("upsert", () -> upsert(mirror.intake(), contacts / 100, orders / 100));
            System.out.println("peak-mb " + peakMegabytes());
            expect(
                    orders + orders / 200,
                    mirror.counts(FIRST_DAY.plusDays(DAYS)).orders());
        }
    }

    static void write(Path folder, int contacts, int orders) throws IOException {
        if (Files.exists(folder.resolve("written"))) {
            return;
        }
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("contacts.csv"))) {
            out.write("id,name,email,city,age\n");
            for (int i = 1; i <= contacts; i++) {
                out.write(i + ",Person " + i + ",p" + i + "@example.org," + CITIES[random.nextInt(CITIES.length)] + ','
                        + (18 + random.nextInt(70)) + '\n');
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("orders.csv"))) {
            out.write("id,contact_id,date,amount,currency,state\n");
            for (int i = 1; i <= orders; i++) {
                out.write(i + "," + (1 + random.nextInt(contacts)) + ',' + FIRST_DAY.plusDays(random.nextInt(DAYS))
                        + ',' + (5 + random.nextInt(400)) + '.' + (10 + random.nextInt(90)) + ",EUR,confirmed\n");
            }
        }
        Files.createFile(folder.resolve("written"));
    }

    private static void load(Path folder, Mirror mirror) {
        try (CsvCrm crm = new CsvCrm(new CsvConfig(folder))) {
            new Sync(crm, mirror, new SyncSettings(10_000, SyncSettings.DEFAULT.overlap(), 10_000, 2000))
                    .run(Instant.parse("2026-01-01T00:00:00Z"), ProgressListener.SILENT);
        }
    }

    /** Half of the orders are new, the rest and the contacts differ from what is there, as a CRM that reads changes would tell them. */
    private static void upsert(MirrorIntake intake, int contacts, int orders) {
        Instant since = Instant.parse("2025-12-31T00:00:00Z");
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ReadPlace place = intake.begin(RecordKind.CONTACT, Optional.of(since), now, Optional.empty());
        for (int from = 1; from <= contacts; from += PAGE) {
            List<ContactRecord> page = new ArrayList<>();
            for (int i = from; i < from + PAGE && i <= contacts; i++) {
                page.add(contact(Integer.toString(i * 100), now));
            }
            place = intake.contacts(place, new Page<>(page, List.of(), Optional.of("more")));
        }
        place = intake.begin(RecordKind.ORDER, Optional.of(since), now, Optional.empty());
        for (int from = 1; from <= orders; from += PAGE) {
            List<OrderRecord> page = new ArrayList<>();
            for (int i = from; i < from + PAGE && i <= orders; i++) {
                page.add(order(i % 2 == 0 ? i * 100L : 1_000_000_000L + i, now));
            }
            place = intake.orders(place, new Page<>(page, List.of(), Optional.of("more")));
        }
        intake.merge(rejected -> {
            throw new IllegalStateException(rejected.reason());
        });
    }

    private static ContactRecord contact(String id, Instant now) {
        return new ContactRecord(
                id,
                "Changed " + id,
                Optional.of(id + "@example.org"),
                Optional.empty(),
                Optional.empty(),
                true,
                Consent.GIVEN,
                Map.of("city", "Oslo", "age", "40"),
                Optional.of(now));
    }

    private static OrderRecord order(long id, Instant now) {
        return new OrderRecord(
                Long.toString(id),
                Long.toString(1 + id % 1000),
                FIRST_DAY.atTime(12, 0),
                BigDecimal.valueOf(id % 1000),
                "EUR",
                OrderState.CONFIRMED,
                List.of(),
                Optional.of(now));
    }

    private static void timed(String name, Runnable work) {
        long began = System.nanoTime();
        long cpu = processorNanos();
        work.run();
        System.out.println(name + " " + (System.nanoTime() - began) / 1e9);
        System.out.println(name + "-cpu " + (processorNanos() - cpu) / 1e9);
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static double peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(0);
    }

    private static void expect(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("found " + found + " records, expected " + expected);
        }
    }
}
