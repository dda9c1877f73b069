/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.Scope;

/** A published model with the id it is known by, and whom it is for. */
public record ScoringModel(String id, Scope scope, ResponseModel model) {

    public ScoringModel {
        SegcastException.require(!id.isBlank(), "a model's id must not be blank");
        Objects.requireNonNull(scope);
        Objects.requireNonNull(model);
    }
}
