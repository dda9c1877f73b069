/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The pages, by the groups of their navigation: view beans hold ids and form state and call one service each.
 *
 * <p>Start at {@link org.segcast.webapp.page.overview.DashboardPage}. {@code shell} is what every page shares, {@code format} writes numbers and dates,
 * {@code chart} draws.
 *
 * <p>Never here: figures that a service could give, or a decision about a person.
 */
package org.segcast.webapp.page;
