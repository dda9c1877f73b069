/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What every page shares: who looks, navigation, notices, icons.
 *
 * <p>Start at {@link org.segcast.webapp.page.shell.Shell}.
 *
 * <p>Never here: anything about one page.
 */
package org.segcast.webapp.page.shell;
