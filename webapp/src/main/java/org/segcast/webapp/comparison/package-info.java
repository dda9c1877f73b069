/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Which segmentation tells best who orders again: compared on request, kept with what it went by. Start at {@link org.segcast.webapp.comparison.Comparisons}.
 *
 * <p>Never here: how segmentations are judged, pages.
 */
package org.segcast.webapp.comparison;
