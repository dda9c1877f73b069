/**
 * How good a model is on customers it has never seen, against the rule a marketer would use without one. Start with
 * {@link org.segcast.predictive.response.evaluation.Evaluator}; what its figures are worth says
 * {@link org.segcast.predictive.response.evaluation.Grade}. Never here: training.
 */
package org.segcast.predictive.response.evaluation;
