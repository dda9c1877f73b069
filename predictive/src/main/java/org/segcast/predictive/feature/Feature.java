/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.io.Serializable;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * One measure of a contact.
 *
 * @param name stable, as in the files we write
 * @param unit in words, empty for a word or a pure number
 * @param description one sentence for a marketer
 */
public record Feature(String name, FeatureType type, String unit, String description) implements Serializable {

    public Feature {
        SegcastException.require(!name.isBlank(), "a feature's name must not be blank");
        Objects.requireNonNull(type);
        Objects.requireNonNull(unit);
        SegcastException.require(!description.isBlank(), "feature " + name + " must have a description");
    }
}
