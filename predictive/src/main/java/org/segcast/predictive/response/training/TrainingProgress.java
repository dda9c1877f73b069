/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

/** How far training is, in scopes. */
public record TrainingProgress(int done, int total, String message) {}
