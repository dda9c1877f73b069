/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Tries the folder and each file and says all that is wrong at once. */
final class CsvCheck {
    private final CsvConfig config;

    CsvCheck(CsvConfig config) {
        this.config = config;
    }

    ConnectionCheck run() {
        Path folder = config.folder();
        if (!Files.isDirectory(folder)) {
            return new ConnectionCheck(List.of(Step.fails(
                    "folder",
                    ErrorCode.FOLDER_MISSING,
                    "There is no folder " + folder
                            + ": create it and put contacts.csv and orders.csv into it, or name another one")));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.holds("folder", folder.toString()));
        steps.add(columns(config.contacts(), new ContactShape()));
        steps.add(columns(config.orders(), new OrderShape(new CsvCurrency(config.orders()))));
        optional(config.orderLines(), new OrderLineShape(), steps);
        optional(config.responses(), new ResponseShape(), steps);
        optional(config.engagements(), new EngagementShape(), steps);
        steps.add(writable(folder));
        return new ConnectionCheck(steps);
    }

    private static void optional(Path file, CsvShape<?> shape, List<Step> steps) {
        if (Files.exists(file)) {
            steps.add(columns(file, shape));
        }
    }

    private static Step columns(Path file, CsvShape<?> shape) {
        String what = file.getFileName().toString();
        try (CsvTable table = CsvTable.open(file, shape.required())) {
            return Step.holds(what, "has its columns, " + table.header().width() + " in all");
        } catch (SegcastException problem) {
            return Step.fails(what, problem.code(), problem.getMessage());
        }
    }

    private static Step writable(Path folder) {
        return Files.isWritable(folder)
                ? Step.holds("writing", "segcast-tags.csv and segcast-scores.csv can be written")
                : Step.fails(
                        "writing",
                        ErrorCode.RIGHTS_MISSING,
                        "The server may not write into " + folder
                                + ": give its account the right to, or tags and scores cannot be pushed");
    }
}
