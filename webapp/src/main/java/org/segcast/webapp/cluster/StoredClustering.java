/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The one row that the clusters in use are kept in. */
@Entity
@Table(name = "clustering")
public class StoredClustering {
    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private int version;
    private String definition = "";

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredClustering() {}

    static StoredClustering first() {
        return new StoredClustering();
    }

    void set(Optional<Clustering> clustering, String by, Instant at) {
        definition = clustering.map(ClusterJson::write).orElse("");
        changedBy = by;
        changedAt = at;
    }

    int nextVersion() {
        return ++version;
    }

    Optional<Clustering> clustering() {
        return definition.isEmpty() ? Optional.empty() : Optional.of(ClusterJson.read(definition));
    }
}
