/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Numbers, dates and chances as people read them, in the language their browser asks for.
 *
 * <p>Start at {@link org.segcast.webapp.page.format.Formats}.
 *
 * <p>Never here: markup.
 */
package org.segcast.webapp.page.format;
