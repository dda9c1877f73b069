/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

/** How many contacts went from one segment to another; empty stands for none. */
public record SegmentMove(String from, String to, long count) {}
