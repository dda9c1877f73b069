/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Segments that people describe by rules: keeping, checking, counting. Start at {@link org.segcast.webapp.rule.RuleSegments}.
 *
 * <p>Never here: how a rule finds its members (the predictive module), pages.
 */
package org.segcast.webapp.rule;
