/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

class PurchaseHistoryTest {

    private static final ContactProfile ANNA = new ContactProfile("7", Map.of());

    @Test
    void refuses_purchases_out_of_order_and_says_which() {
        Purchase late = new Purchase("b", LocalDate.of(2025, 2, 1), 1, List.of());
        Purchase early = new Purchase("a", LocalDate.of(2025, 1, 1), 1, List.of());
        SegcastException refusal =
                assertThrows(SegcastException.class, () -> new PurchaseHistory(ANNA, List.of(late, early)));
        assertEquals(ErrorCode.CONTRACT_BROKEN, refusal.code());
        assertTrue(refusal.getMessage().contains("contact 7"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("2025-01-01 after 2025-02-01"), refusal.getMessage());
    }

    @Test
    void takes_two_orders_of_one_day() {
        Purchase one = new Purchase("a", LocalDate.of(2025, 1, 1), 1, List.of());
        assertEquals(2, new PurchaseHistory(ANNA, List.of(one, one)).purchases().size());
    }

    @Test
    void refuses_amounts_that_are_no_numbers() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        assertThrows(SegcastException.class, () -> new Purchase("a", day, Double.NaN, List.of()));
        assertThrows(SegcastException.class, () -> new PurchaseLine("p", "c", 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void engagements_come_oldest_first_too() {
        Engagement late = new Engagement(EngagementKind.MEETING, LocalDate.of(2025, 2, 1));
        Engagement early = new Engagement(EngagementKind.MAIL_SENT, LocalDate.of(2025, 1, 1));
        SegcastException refusal =
                assertThrows(SegcastException.class, () -> new PurchaseHistory(ANNA, List.of(), List.of(late, early)));
        assertTrue(refusal.getMessage().contains("engagements of contact 7"), refusal.getMessage());
    }
}
