/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What one contact did after one treatment of one campaign.
 *
 * @param treatment {@code control} marks the control group
 */
public record CampaignResponse(String campaign, String contactId, String treatment, LocalDate date, boolean responded) {
    public CampaignResponse {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(contactId, "contactId");
        Objects.requireNonNull(treatment, "treatment");
        Objects.requireNonNull(date, "date");
    }
}
