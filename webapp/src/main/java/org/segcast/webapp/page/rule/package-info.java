/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The rule builder. Start at {@link org.segcast.webapp.page.rule.RulePage}.
 *
 * <p>Never here: what a rule means, or who fits it.
 */
package org.segcast.webapp.page.rule;
