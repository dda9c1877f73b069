/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

/**
 * A cluster as a segment.
 *
 * @param key never changes, whatever the name becomes
 * @param colour slot 1 to 10
 * @param tagged whether members get a tag in the CRM
 */
public record ClusterSegment(String key, String name, int colour, boolean tagged) {
    public static final int LONGEST_NAME = 60;
}
