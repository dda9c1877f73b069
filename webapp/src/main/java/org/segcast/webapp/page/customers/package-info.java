/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Segments and contacts.
 *
 * <p>Start at {@link org.segcast.webapp.page.customers.SegmentsPage}.
 *
 * <p>Never here: writing to the CRM.
 */
package org.segcast.webapp.page.customers;
