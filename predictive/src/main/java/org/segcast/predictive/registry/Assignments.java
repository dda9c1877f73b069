/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.function.BiConsumer;

/** Which contact is in which segment of a kind; each contact at most once. */
public interface Assignments {

    /** Gives contact id and segment key. */
    void forEach(BiConsumer<String, String> sink);
}
