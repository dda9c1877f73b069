/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The host CRM that the settings name. Start at {@link org.segcast.webapp.connection.Connections}.
 *
 * <p>Never here: what a CRM's API looks like.
 */
package org.segcast.webapp.connection;
