/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Reviews of segments: what they are warned of, who marked them as reviewed, when they were last looked at. Start at
 * {@link org.segcast.webapp.review.SegmentReviews}.
 *
 * <p>Never here: what is worth a warning; that is the predictive module's.
 */
package org.segcast.webapp.review;
