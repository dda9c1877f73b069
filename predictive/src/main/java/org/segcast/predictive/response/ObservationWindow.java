/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import org.segcast.predictive.SegcastException;

/** Features may use what is dated on or before the cut-off; the outcome is what happens after it, up to and including the end. */
public record ObservationWindow(LocalDate cutOff, LocalDate end) {

    public ObservationWindow {
        SegcastException.require(
                end.isAfter(cutOff), "a window must end after its cut-off, found " + cutOff + " to " + end);
    }

    public boolean contains(LocalDate day) {
        return day.isAfter(cutOff) && !day.isAfter(end);
    }
}
