/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The server's settings, read once at the start from MicroProfile Config (so environment variables work) and checked as a whole.
 * Start at {@link org.segcast.webapp.settings.Settings}.
 *
 * <p>Never here: anything that people change while the server runs.
 */
package org.segcast.webapp.settings;
