/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

/**
 * What changed at a date, the rules having been evaluated for it, maybe several times.
 *
 * @param entered memberships that are new
 * @param left memberships that are no more
 * @param looked contacts whom the rules were evaluated for; of all others nothing that rules ask for had changed
 */
public record RuleRefresh(long entered, long left, long looked) {}
