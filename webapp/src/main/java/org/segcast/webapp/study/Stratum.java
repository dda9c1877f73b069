/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

/**
 * @param name as stored; empty text for those of whom it is not known, or for everybody
 * @param people in it when the sample was drawn
 * @param wanted of them in the sample
 */
public record Stratum(String name, long people, long wanted) {}
