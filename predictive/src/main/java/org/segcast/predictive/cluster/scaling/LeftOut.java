/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

/** A feature that tells customers not apart, and why. */
public record LeftOut(String feature, String reason) {}
