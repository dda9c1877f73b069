/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rfm;

import java.io.Serializable;
import org.segcast.predictive.rfm.RfmSegment;

/** One cell of the grid, to be set. */
public final class RfmCell implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String label;
    private String key;

    /** @param label which cell it is, for those who do not see the grid */
    RfmCell(String label, String key) {
        this.label = label;
        this.key = key;
    }

    public String getLabel() {
        return label;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    /** The segment's colour slot. */
    public int getColour() {
        return RfmSegment.ofKey(key).map(RfmSegment::colourSlot).orElse(1);
    }
}
