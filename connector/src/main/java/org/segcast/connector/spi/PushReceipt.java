/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;

/**
 * What a push did.
 *
 * @param written single changes that the CRM took
 * @param calls requests it cost
 * @param rejected contacts that the CRM did not take, such as ones deleted meanwhile; they sink only themselves
 */
public record PushReceipt(long written, long calls, List<RejectedRecord> rejected) {
    public PushReceipt {
        rejected = List.copyOf(rejected);
    }
}
