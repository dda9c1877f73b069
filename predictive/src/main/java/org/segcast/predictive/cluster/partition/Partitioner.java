/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

/** A way to find parts among points. The same points, number and seed give the same parts. */
public interface Partitioner {

    /** More points than this take longer than people wait for. */
    int mostPoints();

    /** At most {@code count} parts, fewer where there are not as many different points. */
    Partition partition(Points points, int count, long seed);
}
