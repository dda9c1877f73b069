/**
 * Whether a set of segments still serves: too many, too small, nearly the same, nobody comes or goes, nobody looked. Start at
 * {@link org.segcast.predictive.review.SegmentReview}; its numbers are {@link org.segcast.predictive.review.ReviewThresholds}.
 *
 * <p>Never here: reading from the warehouse, who reviewed what.
 */
package org.segcast.predictive.review;
