/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The one DuckDB file and what the connector and the predictive module keep in it. Start at {@link org.segcast.webapp.warehouse.Warehouse}.
 *
 * <p>Each module asks its own tables; what needs both, such as a list of contacts with their segments, is one read-only query in
 * {@link org.segcast.webapp.warehouse.ContactTable}. Never here: a write.
 */
package org.segcast.webapp.warehouse;
