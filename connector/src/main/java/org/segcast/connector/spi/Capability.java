/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/** What a host CRM can do beyond the least; the contract suite tests exactly what is declared. */
public enum Capability {
    /** Reads only what changed since an instant; without it every sync reads everything. */
    READS_CHANGES,
    /** Orders come with their lines. */
    ORDER_LINES,
    /** Tells how many records a range of ids holds, and gives no id a second time: deletions are found without listing all ids. */
    COUNTS_IDS,
    /** Knows of mails, meetings, leads or visits beside orders. */
    ENGAGEMENT,
    /** Lets people choose which fields of contacts are read. */
    CHOOSES_FIELDS,
    /** Knows who was treated in which campaign and who responded. */
    CAMPAIGN_RESPONSES,
    /** Shows tags, score and reason on its own contact pages. */
    SHOWS_MARKS,
    /** Tells which scores may have changed since an instant; without it all scores are read before and after every push. */
    SCORES_BY_CHANGE,
    /** Can take away all that was ever written, and the places made for it. */
    REMOVES_MARKS
}
