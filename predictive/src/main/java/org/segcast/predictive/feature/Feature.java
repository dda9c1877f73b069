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
    static final String ATTRIBUTE = "attr_";
    static final String NOTE = "note_";
    static final String DAYS = "days";
    /** The unit of what is 1 or 0. */
    public static final String YES_OR_NO = "yes/no";

    public Feature {
        SegcastException.require(!name.isBlank(), "a feature's name must not be blank");
        Objects.requireNonNull(type);
        Objects.requireNonNull(unit);
        SegcastException.require(!description.isBlank(), "feature " + name + " must have a description");
    }

    /** Whether it comes from a field of the CRM's contacts. */
    public boolean isAttribute() {
        return name.startsWith(ATTRIBUTE);
    }

    /** Whether it is a word of the contact's notes. */
    public boolean isNote() {
        return isNote(name);
    }

    /** Whether that is how words of notes are named, be there such a word or not. */
    public static boolean isNote(String feature) {
        return feature.startsWith(NOTE);
    }

    /**
     * Whether models may learn from it. A date among the attributes is known as it stands today only: at an earlier cut-off, one that
     * follows orders (such as the last login) would tell what came after; so would a note. {@link PurchaseDetail}s, {@link ChannelFeature}s, {@link CurrencyFeature}s and bands tell once more what is
     * learnt already.
     */
    public boolean canBeLearnt() {
        return !isDatedToday()
                && !isNote()
                && !PurchaseDetail.isNamed(name)
                && !isOfSomeOrders()
                && !ProfileField.AGE_BAND.named(name);
    }

    /** Whether it is of the orders of one channel or one currency alone. */
    public boolean isOfSomeOrders() {
        return ChannelFeature.isNamed(name) || CurrencyFeature.isNamed(name);
    }

    /** The same of some orders alone. */
    Feature of(String itsName, String whichOrders) {
        return new Feature(
                itsName,
                type,
                unit,
                whichOrders + Character.toLowerCase(description.charAt(0)) + description.substring(1));
    }

    /** Whether it is a date of the CRM's contacts: it may have followed what happened since, so at an earlier date nothing is known of it. */
    public boolean isDatedToday() {
        return isAttribute() && unit.equals(DAYS);
    }

    public FeatureGroup group() {
        return FeatureGroups.of(name);
    }
}
