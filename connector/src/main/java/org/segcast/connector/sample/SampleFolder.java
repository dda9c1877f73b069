/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Writes the sample CRM: the outdoor shop Northpine, with contacts and three years of orders that end at a date. The same arguments give the same bytes.
 *
 * <p>Every contact is of a latent {@link CustomerType}, which rules when and what it buys and leaves traces in attributes, notes and survey answers; {@code truth.csv} says
 * which, with the customer's own rhythm, dropout and mail effect. About one in five declines mail, one in fifty profiling. Some fifteen rows are broken on purpose.
 */
public final class SampleFolder {
    private static final int FIRST_ID = 10_001;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final double CANCELLED = 0.025;
    private static final double OPEN = 0.01;

    private final LocalDate asOf;
    private final long seed;
    private final SampleTables tables = new SampleTables();
    private final Baskets baskets = new Baskets(tables.products);
    private int orderId = 100_000;

    private SampleFolder(LocalDate asOf, long seed) {
        this.asOf = asOf;
        this.seed = seed;
    }

    /**
     * @param folder made where missing; its CRM files are replaced, marks beside them stay
     * @param contacts sound ones, 10 to 1,000,000
     */
    public static void write(Path folder, LocalDate asOf, long seed, int contacts) {
        if (contacts < 10 || contacts > 1_000_000) {
            throw new IllegalArgumentException("a sample of " + contacts + " contacts, expected 10 to 1000000");
        }
        try {
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            Files.createDirectories(unfinished);
            new SampleFolder(asOf, seed).write(unfinished, contacts);
            takeOver(unfinished, folder);
        } catch (IOException broken) {
            throw new SegcastException(
                    ErrorCode.FILE_UNREADABLE,
                    "Writing the sample CRM into " + folder + " failed ("
                            + broken.getClass().getSimpleName()
                            + "): check that the server may write there and that the disk has room",
                    broken);
        }
    }

    /** The contacts last: where they are, all is there. */
    private static void takeOver(Path unfinished, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("orders.csv", "order_lines.csv", "responses.csv", "truth.csv", "contacts.csv")) {
            Files.move(unfinished.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(unfinished);
    }

    private void write(Path folder, int contacts) throws IOException {
        try (Table people = new Table(folder, "contacts.csv", SamplePerson.HEADER);
                Table orders = new Table(
                        folder, "orders.csv", List.of("id", "contact_id", "date", "amount", "currency", "state"));
                Table lines = new Table(
                        folder, "order_lines.csv", List.of("order_id", "product", "category", "quantity", "amount"));
                Table responses = new Table(folder, "responses.csv", SampleCampaigns.HEADER);
                Table truth = new Table(
                        folder,
                        "truth.csv",
                        List.of(
                                "contact_id",
                                "type",
                                "since",
                                "mean_gap_days",
                                "regularity",
                                "dropout",
                                "season",
                                "mail_effect"))) {
            for (int i = 0; i < contacts; i++) {
                Draws draws = new Draws(seed * MIX + i);
                SampleCustomer customer = SampleCustomer.draw(Integer.toString(FIRST_ID + i), asOf, draws);
                SamplePerson person = SamplePerson.draw(customer, tables, draws);
                people.row(person.cells(customer.id(), customer.since()));
                SampleCampaigns.draw(customer, person, asOf, draws).forEach(responses::row);
                orders(customer, orders, lines, draws);
                truth.row(truth(customer));
            }
            dirt(people, orders, lines);
        }
    }

    private void orders(SampleCustomer customer, Table orders, Table lines, Draws draws) {
        List<String> favourites = baskets.favourites(customer, draws);
        for (LocalDate day : OrderDates.draw(customer, asOf, draws)) {
            String id = Integer.toString(++orderId);
            long cents = 0;
            for (Baskets.Line line : baskets.draw(customer, favourites, day, draws)) {
                cents += line.cents();
                lines.row(List.of(
                        id,
                        line.product().name(),
                        line.product().category(),
                        Integer.toString(line.quantity()),
                        money(line.cents())));
            }
            LocalDateTime time = day.atTime(draws.between(7, 21), draws.below(60), draws.below(60));
            orders.row(List.of(
                    id,
                    customer.id(),
                    time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                    money(cents),
                    "EUR",
                    state(draws)));
        }
    }

    private static String state(Draws draws) {
        double unit = draws.unit();
        return unit < CANCELLED ? "cancelled" : unit < CANCELLED + OPEN ? "open" : "confirmed";
    }

    private static List<String> truth(SampleCustomer customer) {
        return List.of(
                customer.id(),
                customer.type().name(),
                customer.since().toString(),
                BigDecimal.valueOf(StrictMath.round(customer.meanGapDays() * 10), 1)
                        .toPlainString(),
                Double.toString(customer.regularity()),
                customer.dropout().toString(),
                customer.season(),
                Double.toString(customer.type().mailEffect));
    }

    private void dirt(Table people, Table orders, Table lines) throws IOException {
        String someContact = Integer.toString(FIRST_ID);
        people.raw(SampleDirt.contacts(someContact, asOf).getBytes(StandardCharsets.UTF_8));
        people.raw(SampleDirt.brokenBytes());
        orders.raw(SampleDirt.orders(someContact, "100001", asOf).getBytes(StandardCharsets.UTF_8));
        lines.raw(SampleDirt.lines().getBytes(StandardCharsets.UTF_8));
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** A file being written, with a way past the CSV writer for dirt. */
    private static final class Table implements AutoCloseable {
        private final OutputStream out;
        private final CsvWriter csv;

        Table(Path folder, String name, List<String> header) throws IOException {
            out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            csv.writeRecord(header);
        }

        void row(List<String> cells) {
            csv.writeRecord(cells);
        }

        void raw(byte[] bytes) throws IOException {
            csv.flush();
            out.write(bytes);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
