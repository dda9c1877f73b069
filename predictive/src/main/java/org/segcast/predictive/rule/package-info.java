/**
 * Segments that people describe: a tree of conditions, what may be wrong with it, and its words. Start with {@link org.segcast.predictive.rule.SegmentRule}; members are
 * found by {@link org.segcast.predictive.registry.RuleMemberships}. Never here: a database, JSON, pages.
 */
package org.segcast.predictive.rule;
