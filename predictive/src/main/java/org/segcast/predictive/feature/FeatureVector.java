/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Arrays;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * One contact's values in the order of the schema: numbers apart from words. Made for a million of them: it keeps the arrays it is
 * given, and whoever hands them over must not touch them again.
 */
public final class FeatureVector {

    private final FeatureSchema schema;
    private final String contactId;
    private final double[] numerics;
    private final String[] nominals;

    /**
     * @param numerics NaN where missing, never infinite
     * @param nominals empty where missing
     */
    public FeatureVector(FeatureSchema schema, String contactId, double[] numerics, String[] nominals) {
        this.schema = Objects.requireNonNull(schema);
        this.contactId = Objects.requireNonNull(contactId);
        this.numerics = numerics;
        this.nominals = nominals;
        if (numerics.length + nominals.length != schema.features().size()) {
            throw SegcastException.brokenContract("the vector of contact " + contactId + " must hold "
                    + schema.features().size() + " values, found " + numerics.length + " numbers and " + nominals.length
                    + " words");
        }
    }

    public FeatureSchema schema() {
        return schema;
    }

    public String contactId() {
        return contactId;
    }

    /** The number at {@link FeatureSchema#numericIndex}; NaN if missing. */
    public double numeric(int index) {
        return numerics[index];
    }

    /** The word at {@link FeatureSchema#nominalIndex}; empty if missing. */
    public String nominal(int index) {
        return nominals[index];
    }

    public int numericCount() {
        return numerics.length;
    }

    public int nominalCount() {
        return nominals.length;
    }

    /** The same contact without its last numbers. */
    FeatureVector shortened(FeatureSchema shorter, int numbers) {
        return new FeatureVector(shorter, contactId, Arrays.copyOf(numerics, numbers), nominals);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that
                && schema.fingerprint().equals(that.schema.fingerprint())
                && contactId.equals(that.contactId)
                && Arrays.equals(numerics, that.numerics)
                && Arrays.equals(nominals, that.nominals);
    }

    @Override
    public int hashCode() {
        return contactId.hashCode() * 31 + Arrays.hashCode(numerics);
    }

    @Override
    public String toString() {
        return contactId + " " + Arrays.toString(numerics) + " " + Arrays.toString(nominals);
    }
}
