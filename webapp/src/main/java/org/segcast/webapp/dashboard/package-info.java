/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The first page's figures. Start at {@link org.segcast.webapp.dashboard.Dashboard}.
 *
 * <p>Never here: figures that another package already gives.
 */
package org.segcast.webapp.dashboard;
