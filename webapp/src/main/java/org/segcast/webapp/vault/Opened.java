/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import org.segcast.webapp.settings.Secret;

/** What became of opening a sealed text. */
public sealed interface Opened {
    record Clear(Secret secret) implements Opened {}

    /** @param reason what is wrong and what to do; the sealed text is still good once that is done */
    record Locked(String reason) implements Opened {}
}
