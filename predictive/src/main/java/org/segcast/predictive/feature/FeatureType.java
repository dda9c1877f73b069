/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/** A feature is a number (NaN if missing) or a word (empty if missing). */
public enum FeatureType {
    NUMERIC,
    NOMINAL
}
