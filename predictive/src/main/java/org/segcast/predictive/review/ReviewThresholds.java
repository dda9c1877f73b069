/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

/** From where on a segment is warned of, and why there. */
public final class ReviewThresholds {

    /**
     * Members below which nothing can be tested: of 30, three responses stand for any rate from 3% to 26% (Wilson's interval, 95%).
     */
    public static final int TESTABLE = 30;

    /**
     * Members below which a campaign is hardly worth its own text: two halves of 50 tell only rates apart that differ by some 25 points, such as 12% and 37% (Lehr, 1992: 16
     * p (1 - p) / difference² in each half).
     */
    public static final int WORTHWHILE = 100;

    /** Share of all contacts below which the same holds: even if such a segment bought twice as much, the whole would hardly show it. */
    public static final double WORTHWHILE_SHARE = 0.01;

    /** Segments of one kind beyond which they are many: OroCRM's most buckets, and as many as there are colours to tell them apart by. */
    public static final int MANY = 10;

    /**
     * Members in both, of those in either, from which on two segments are nearly the same. Hennig (2007, Computational Statistics and Data Analysis 52) takes clusters for
     * the same from a Jaccard coefficient of 0.75, and surely so from 0.85.
     */
    public static final double NEARLY_SAME = 0.8;

    /** The same share from which on a segment within another is told: below a half, Hennig holds a cluster for dissolved, and a small part of a large segment is no accident. */
    public static final double CONTAINED = 0.5;

    /** Days without anybody coming or going, or looking: a quarter, in which most marketing plans are made anew. */
    public static final int QUIET_DAYS = 90;

    private ReviewThresholds() {}
}
