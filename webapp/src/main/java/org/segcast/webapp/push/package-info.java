/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What the next push would change in the CRM, and its approval. Start at {@link org.segcast.webapp.push.Plans}.
 *
 * <p>Never here: how differences are found or written; that is the connector's.
 */
package org.segcast.webapp.push;
