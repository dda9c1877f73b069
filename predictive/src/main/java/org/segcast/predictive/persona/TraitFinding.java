/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.List;

/** What a search for traits came to. */
public sealed interface TraitFinding {

    /**
     * @param traits the strongest first; none where members are like everybody
     * @param tested how many differences were looked at, all of them counted in the correction
     */
    record Found(List<Trait> traits, int tested) implements TraitFinding {
        public Found {
            traits = List.copyOf(traits);
        }
    }

    /**
     * There are too few to tell a difference from chance.
     *
     * @param members whether members are too few, or else the customers to compare with
     */
    record TooFew(boolean members, long found, long needed) implements TraitFinding {}
}
