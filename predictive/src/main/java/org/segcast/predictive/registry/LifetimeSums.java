/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

/**
 * Expected values of customers, added up.
 *
 * @param segment whose; empty text for everybody
 * @param customers with a value
 * @param alive how many of them are expected not to have left
 * @param orders expected
 * @param amount their value, in the CRM's currency
 */
public record LifetimeSums(String segment, long customers, double alive, double orders, double amount) {}
