/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A report of a run's training, with the model's bytes where one was published. */
@Entity
@Table(name = "response_model")
@IdClass(StoredModel.Key.class)
public class StoredModel {

    /** A run and the report's place in it. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long runId;
        private int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.runId == runId && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, place);
        }
    }

    @Id
    @Column(name = "run_id")
    private long runId;

    @Id
    private int place;

    private String source;
    private String id;
    private String scope;
    private String report;
    private byte[] model;

    protected StoredModel() {}

    StoredModel(long runId, int place, String source, String id, String scope, String report, Optional<byte[]> model) {
        this.runId = runId;
        this.place = place;
        this.source = source;
        this.id = id;
        this.scope = scope;
        this.report = report;
        this.model = model.orElse(null);
    }

    String id() {
        return id;
    }

    String scope() {
        return scope;
    }

    String report() {
        return report;
    }

    Optional<byte[]> model() {
        return Optional.ofNullable(model);
    }
}
