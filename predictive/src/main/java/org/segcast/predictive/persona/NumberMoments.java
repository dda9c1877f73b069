/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Objects;
import org.segcast.predictive.feature.Feature;

/** A number among a segment's members and among the rest of the customers. */
public record NumberMoments(Feature feature, Moments members, Moments rest) {

    public NumberMoments {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(members);
        Objects.requireNonNull(rest);
    }

    public Moments all() {
        return members.with(rest);
    }

    /** How far the members' mean lies from that of all, in standard deviations of all; 0 where nothing varies. */
    public double difference() {
        double deviation = all().deviation();
        return members.count() == 0 || deviation == 0 ? 0 : (members.mean() - all().mean()) / deviation;
    }
}
