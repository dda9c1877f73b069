/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

/**
 * Somebody removed a rule segment: what was kept of it goes too, in every CRM, for another one may get its key.
 *
 * @param key the segment's
 */
public record RuleSegmentRemoved(String key) {}
