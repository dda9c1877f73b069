/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The job: sync, features, segments, train, score, plan, push as restartable batch steps with progress. Start at
 * {@link org.segcast.webapp.pipeline.Runs}.
 *
 * <p>Never here: how records are read, features computed or models trained; steps only call the connector and the predictive module.
 */
package org.segcast.webapp.pipeline;
