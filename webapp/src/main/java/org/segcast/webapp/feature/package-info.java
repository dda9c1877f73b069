/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What is measured of contacts, and how its values lie. Start at {@link org.segcast.webapp.feature.FeatureDictionary}.
 *
 * <p>Never here: the computing of features.
 */
package org.segcast.webapp.feature;
