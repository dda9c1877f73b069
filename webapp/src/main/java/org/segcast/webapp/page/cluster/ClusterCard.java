/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.cluster;

import java.io.Serializable;
import java.util.List;

/** A cluster in use, as the page changes it. */
public final class ClusterCard implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String key;
    private String name;
    private int colour;
    private boolean tagged;
    private final transient List<TraitBar> bars;
    private final long size;

    ClusterCard(String key, String name, int colour, boolean tagged, long size, List<TraitBar> bars) {
        this.key = key;
        this.name = name;
        this.colour = colour;
        this.tagged = tagged;
        this.size = size;
        this.bars = bars;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name.strip();
    }

    public int getColour() {
        return colour;
    }

    public void setColour(int colour) {
        this.colour = colour;
    }

    public boolean isTagged() {
        return tagged;
    }

    public void setTagged(boolean tagged) {
        this.tagged = tagged;
    }

    public long getSize() {
        return size;
    }

    public List<TraitBar> getBars() {
        return bars;
    }
}
