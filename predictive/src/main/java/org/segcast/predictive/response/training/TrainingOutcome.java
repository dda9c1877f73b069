/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import java.util.Optional;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.evaluation.Evaluation;

/** What came of training for a scope; each of the four is a good result. */
public sealed interface TrainingOutcome permits Published, NotPublished, UsesGlobal, Refused {

    Scope scope();

    /** Of the scope's own model on the scope's own test customers, where one was tested. */
    Optional<Evaluation> evaluation();
}
