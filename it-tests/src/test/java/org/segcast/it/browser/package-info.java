/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A real browser on real pages: Segcast's, and Odoo's contact form where the sales rep reads the result. Start at
 * {@link org.segcast.it.browser.Chromium}. Pictures go to {@code target/screenshots}.
 */
package org.segcast.it.browser;
