/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The connections to host CRMs: how each kind is set up, which are kept, and the one that is in use. Start at
 * {@link org.segcast.webapp.connection.Connections} for the one in use, at {@link org.segcast.webapp.connection.ConnectionBook} for all of them; a further kind of
 * CRM is one more {@link org.segcast.webapp.connection.HostKind}.
 *
 * <p>Never here: what a CRM's API looks like.
 */
package org.segcast.webapp.connection;
