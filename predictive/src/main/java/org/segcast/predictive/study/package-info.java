/**
 * The founding method's first steps: how many people a study needs, from which strata, and what of them may leave the house. Start at
 * {@link org.segcast.predictive.study.SampleSize}, {@link org.segcast.predictive.study.Allocation} and
 * {@link org.segcast.predictive.study.Anonymity}; {@link org.segcast.predictive.study.StudyFile} puts them together. Never here: where people come from, files, pages.
 */
package org.segcast.predictive.study;
