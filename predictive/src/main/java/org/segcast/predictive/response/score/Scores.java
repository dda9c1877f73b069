/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.function.Consumer;

/** All scores of an objective, by ascending contact id, each contact at most once. */
public interface Scores {

    void forEach(Consumer<Score> sink);
}
