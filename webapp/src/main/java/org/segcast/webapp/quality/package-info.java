/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What is wrong in the CRM's data and what that does to segments. Start at {@link org.segcast.webapp.quality.DataQuality}.
 *
 * <p>Never here: how a flaw is looked for; that is the warehouse's.
 */
package org.segcast.webapp.quality;
