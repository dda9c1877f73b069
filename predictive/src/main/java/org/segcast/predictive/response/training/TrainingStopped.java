/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

/** Stopped on request before a scope was begun; nothing was published. */
public record TrainingStopped(int done, int total) implements TrainingResult {}
