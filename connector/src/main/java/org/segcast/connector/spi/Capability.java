/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/** What a host CRM can do beyond the least; the contract suite tests exactly what is declared. */
public enum Capability {
    /** Reads only what changed since an instant; without it every sync reads everything. */
    READS_CHANGES,
    /** Orders come with their lines. */
    ORDER_LINES,
    /** Knows who was treated in which campaign and who responded. */
    CAMPAIGN_RESPONSES,
    /** Shows tags, score and reason on its own contact pages. */
    SHOWS_MARKS
}
