/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The REST API under {@code /segcast/api/v1}: resources that call one service each, and problem details for everything that goes wrong. Start at
 * {@link org.segcast.webapp.api.Api}.
 *
 * <p>Never here: work that a page would need too; that belongs into the services.
 */
package org.segcast.webapp.api;
