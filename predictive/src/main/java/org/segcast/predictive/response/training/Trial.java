/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.evaluation.Evaluation;

/** A model learnt from the training windows only, and what it is worth on the window after them. */
record Trial(ResponseModel model, Evaluation evaluation) {}
