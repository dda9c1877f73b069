/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Signing in, connection, accounts.
 *
 * <p>Start at {@link org.segcast.webapp.page.setup.LoginPage}.
 *
 * <p>Never here: how passwords are kept or checked.
 */
package org.segcast.webapp.page.setup;
