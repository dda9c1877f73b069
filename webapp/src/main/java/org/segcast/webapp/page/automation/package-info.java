/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Runs, their schedule, and the push that waits for approval.
 *
 * <p>Start at {@link org.segcast.webapp.page.automation.RunProgress}.
 *
 * <p>Never here: the steps themselves.
 */
package org.segcast.webapp.page.automation;
