/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Trained models and refusals as people read them. Start at {@link org.segcast.webapp.model.Models}.
 *
 * <p>Never here: training and scoring.
 */
package org.segcast.webapp.model;
