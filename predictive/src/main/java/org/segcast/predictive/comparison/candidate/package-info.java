/**
 * Ways to split customers, as of a cut-off in the past. Start with {@link org.segcast.predictive.comparison.candidate.Candidate}: whatever can say a segment of a feature
 * vector, such as a model of clusters, joins in by implementing it. Never here: outcomes.
 */
package org.segcast.predictive.comparison.candidate;
