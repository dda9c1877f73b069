/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What needs a look: segments, profile coverage, data quality. Start at {@link org.segcast.webapp.page.review.ReviewsPage}.
 *
 * <p>Never here: what is worth a warning.
 */
package org.segcast.webapp.page.review;
