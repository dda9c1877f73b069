/**
 * The study at hand: what it is to find out, the de-identified sample drawn for it, and the market research joined to it. Start at
 * {@link org.segcast.webapp.study.StudyBook}. Never here: how people are drawn and made anonymous, which is predictive's.
 */
package org.segcast.webapp.study;
