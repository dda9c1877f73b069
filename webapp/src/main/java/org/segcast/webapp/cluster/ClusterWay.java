/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.segcast.predictive.cluster.partition.KMeans;
import org.segcast.predictive.cluster.partition.Partitioner;
import org.segcast.predictive.weka.WekaPartitioner;

/** How clusters are looked for. Whichever it is, a finding has to pass the same tests, and customers are placed in the nearest cluster. */
public enum ClusterWay {
    K_MEANS("k-means", "k-means: round groups of like size", home -> new KMeans()),
    EM("em", "EM: groups of unlike width", home -> new WekaPartitioner(WekaPartitioner.Way.EM, home)),
    CANOPY("canopy", "Canopies: quick and coarse", home -> new WekaPartitioner(WekaPartitioner.Way.CANOPY, home));

    private final String key;
    private final String label;
    private final Function<Path, Partitioner> maker;

    ClusterWay(String key, String label, Function<Path, Partitioner> maker) {
        this.key = key;
        this.label = label;
        this.maker = maker;
    }

    public static Optional<ClusterWay> ofKey(String key) {
        return Arrays.stream(values()).filter(way -> way.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** @param home a folder that an engine may write into */
    Partitioner partitioner(Path home) {
        return maker.apply(home);
    }
}
