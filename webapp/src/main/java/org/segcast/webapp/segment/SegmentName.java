/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

/**
 * What a segment is called.
 *
 * @param kind how it was made: rfm, rule or cluster
 */
public record SegmentName(String key, String name, String kind) {}
