/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.List;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.RecordKind;

/** A row of {@code responses.csv}. */
final class ResponseShape implements CsvShape<CampaignResponse> {
    @Override
    public RecordKind kind() {
        return RecordKind.RESPONSE;
    }

    @Override
    public String id() {
        return "contact_id";
    }

    @Override
    public List<String> required() {
        return List.of("campaign", "contact_id", "treatment", "date", "responded");
    }

    @Override
    public CampaignResponse record(CsvHeader header, CsvCells cells) throws CsvDefect {
        cells.required("responded");
        return new CampaignResponse(
                cells.required("campaign"),
                cells.required("contact_id"),
                cells.required("treatment"),
                cells.dateTime("date").toLocalDate(),
                cells.flag("responded", false));
    }
}
