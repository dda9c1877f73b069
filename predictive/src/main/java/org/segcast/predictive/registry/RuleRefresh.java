/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

/**
 * What changed when the rules were evaluated.
 *
 * @param entered memberships that are new
 * @param left memberships that are no more
 */
public record RuleRefresh(long entered, long left) {}
