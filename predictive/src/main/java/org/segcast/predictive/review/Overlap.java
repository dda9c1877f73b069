/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

/**
 * Two segments that share members.
 *
 * @param both members of one and the other, 1 or more
 */
public record Overlap(String one, String other, long both) {}
