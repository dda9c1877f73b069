/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Models, their grades and why some were refused.
 *
 * <p>Start at {@link org.segcast.webapp.page.prediction.ModelsPage}.
 *
 * <p>Never here: training.
 */
package org.segcast.webapp.page.prediction;
