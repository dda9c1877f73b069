/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

/** What happens between the company and a contact beside orders. */
public enum EngagementKind {
    MAIL_SENT,
    MAIL_OPENED,
    MAIL_CLICKED,
    MEETING,
    LEAD_WON,
    LEAD_LOST,
    WEBSITE_VISIT
}
