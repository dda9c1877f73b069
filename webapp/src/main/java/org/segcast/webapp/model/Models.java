/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The latest training's reports: all customers first, then the segments. */
@ApplicationScoped
public class Models {
    @Inject
    private ModelStore store;

    public List<ModelReport> latest() {
        return store.latest();
    }

    public Optional<ModelReport> find(String id) {
        return store.find(id);
    }
}
