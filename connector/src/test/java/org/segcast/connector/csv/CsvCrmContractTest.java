/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.HostCrmContract;
import org.segcast.connector.spi.OrderRecord;

class CsvCrmContractTest extends HostCrmContract {
    @TempDir
    Path folder;

    @Override
    protected Seeded crmWith(List<ContactRecord> contacts, List<OrderRecord> orders) {
        return Seeded.asGiven(
                new CsvCrm(new CsvFolder(folder).holding(contacts, orders).config()));
    }

    @Override
    protected HostCrm again(HostCrm crm) {
        return new CsvCrm(new CsvConfig(folder));
    }

    @Override
    protected Optional<BooleanSupplier> foreignTag(Seeded seeded, String contactId) {
        Path tags = folder.resolve("segcast-tags.csv");
        String row = contactId + ",Somebody else's";
        try {
            Files.writeString(tags, "contact_id,tag\n" + row + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Optional.of(() -> new ArrayList<>(new CsvFolder(folder).lines("segcast-tags.csv")).contains(row));
    }
}
