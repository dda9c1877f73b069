/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * How the models do on days that they have not seen, beside the naive forecast; start with
 * {@link org.segcast.predictive.lifetime.check.Holdout}. Never here: which of them is taken.
 */
package org.segcast.predictive.lifetime.check;
