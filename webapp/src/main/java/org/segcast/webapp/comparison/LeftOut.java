/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

/**
 * A segmentation in use that could not be compared.
 *
 * @param name as people call it
 * @param reason a sentence
 */
public record LeftOut(String name, String reason) {}
