/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

/**
 * Customers who had ordered equally often by the cut-off, and how many orders each made after it, on average.
 *
 * @param frequency their repeated orders; the highest group holds all with more too
 * @param came what came
 * @param expected by the model
 * @param sameRate by the rate before
 */
public record FrequencyGroup(int frequency, int customers, double came, double expected, double sameRate) {}
