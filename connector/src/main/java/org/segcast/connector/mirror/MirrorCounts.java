/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

/**
 * How much the mirror holds as of a date.
 *
 * @param contacts all of them, archived and not profiled ones too
 * @param customers contacts with a confirmed order up to the date
 * @param orders confirmed orders of these up to the date
 */
public record MirrorCounts(long contacts, long customers, long orders) {}
