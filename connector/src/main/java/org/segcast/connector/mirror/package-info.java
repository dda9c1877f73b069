/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The copy of the CRM in DuckDB: it can be deleted and synced again. Start at {@link org.segcast.connector.mirror.Mirror}; pages come in through {@link
 * org.segcast.connector.mirror.MirrorIntake}.
 *
 * <p>Never here: calls to a CRM, and tables of what is inferred (memberships, scores live elsewhere in the same file).
 */
package org.segcast.connector.mirror;
