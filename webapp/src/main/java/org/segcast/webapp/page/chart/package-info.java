/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Charts as inline SVG, so that their text can be selected, read aloud and coloured by the style sheet.
 *
 * <p>Start at {@link org.segcast.webapp.page.chart.Svg}.
 *
 * <p>Never here: services, or text that was not escaped.
 */
package org.segcast.webapp.page.chart;
