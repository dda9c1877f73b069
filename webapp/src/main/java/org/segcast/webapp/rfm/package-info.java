/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * How customers are ranked by recency, frequency and money, as the marketer set it. Start at {@link org.segcast.webapp.rfm.RfmBook}.
 *
 * <p>Never here: the ranking itself, pages.
 */
package org.segcast.webapp.rfm;
