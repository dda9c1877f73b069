/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/** What is read from a host CRM. */
public enum RecordKind {
    CONTACT,
    ORDER,
    ORDER_LINE,
    RESPONSE,
    ENGAGEMENT
}
