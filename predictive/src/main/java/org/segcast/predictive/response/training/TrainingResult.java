/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

/** Training comes to its end, or somebody stopped it. */
public sealed interface TrainingResult permits TrainingReport, TrainingStopped {}
