/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

/** Of all responders, how many are reached by contacting a share of the customers: by the model, and by the simple rule. */
public record GainsPoint(double contacted, double byModel, double byRule) {}
