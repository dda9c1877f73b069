/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The page of the RFM settings. Start at {@link org.segcast.webapp.page.rfm.RfmPage}.
 *
 * <p>Never here: what the settings mean, how they are kept.
 */
package org.segcast.webapp.page.rfm;
