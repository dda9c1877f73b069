/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

/**
 * What a merge did to the mirror.
 *
 * @param changed contacts, orders and engagements that are new or read differently than before
 * @param deleted contacts, orders and engagements that the CRM no longer has
 */
public record MergeResult(long changed, long deleted) {}
