/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Segments and who is in them, for pages and API. Start at {@link org.segcast.webapp.segment.Segments}.
 *
 * <p>Never here: how somebody gets into a segment; that is the predictive module's.
 */
package org.segcast.webapp.segment;
