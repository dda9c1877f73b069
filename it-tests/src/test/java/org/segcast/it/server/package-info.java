/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Tests inside a managed Liberty and over HTTP against it. Start at {@link org.segcast.it.server.Deployed}.
 *
 * <p>Never here: a real CRM.
 */
package org.segcast.it.server;
