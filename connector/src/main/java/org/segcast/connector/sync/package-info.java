/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Brings the mirror up to date with a host CRM. Start at {@link org.segcast.connector.sync.Sync}.
 *
 * <p>Never here: a particular CRM, SQL, schedules, retries.
 */
package org.segcast.connector.sync;
