/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;

/** A folder that tests fill by hand or from records. */
final class CsvFolder {
    private final Path folder;

    CsvFolder(Path folder) {
        this.folder = folder;
    }

    CsvConfig config() {
        return new CsvConfig(folder);
    }

    CsvFolder file(String name, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    CsvFolder bytes(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    CsvFolder holding(List<ContactRecord> contacts, List<OrderRecord> orders) {
        List<String> people = new ArrayList<>(List.of("id,name,email,email_opt_out,no_profiling"));
        contacts.forEach(contact -> people.add("%s,\"%s\",%s,%d,%d"
                .formatted(
                        contact.id(),
                        contact.name().replace("\"", "\"\""),
                        contact.email().orElse(""),
                        contact.consent().email() ? 0 : 1,
                        contact.consent().profiling() ? 0 : 1)));
        List<String> bought = new ArrayList<>(List.of("id,contact_id,date,amount,currency,state"));
        List<String> lines = new ArrayList<>(List.of("order_id,product,category,quantity,amount"));
        for (OrderRecord order : orders) {
            bought.add(String.join(
                    ",",
                    order.id(),
                    order.contactId(),
                    order.orderedAt().toString(),
                    order.amount().toPlainString(),
                    order.currency(),
                    order.state().name().toLowerCase(Locale.ROOT)));
            for (OrderLineRecord line : order.lines()) {
                lines.add(String.join(
                        ",",
                        order.id(),
                        line.product(),
                        line.category(),
                        line.quantity().toPlainString(),
                        line.amount().toPlainString()));
            }
        }
        file("contacts.csv", people.toArray(String[]::new));
        file("orders.csv", bought.toArray(String[]::new));
        return file("order_lines.csv", lines.toArray(String[]::new));
    }
}
