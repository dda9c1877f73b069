/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The first page: what happened, what changed, what waits for a person.
 *
 * <p>Start at {@link org.segcast.webapp.page.overview.DashboardPage}.
 *
 * <p>Never here: how runs go; that is in {@code automation}.
 */
package org.segcast.webapp.page.overview;
