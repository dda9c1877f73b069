/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/** A word, or a product, among a segment's members and among the rest of the customers; groups are those of whom it is known. */
public record WordShares(String word, Share members, Share rest) {

    public WordShares {
        SegcastException.require(!word.isBlank(), "a word must not be blank");
        Objects.requireNonNull(members);
        Objects.requireNonNull(rest);
    }

    public Share all() {
        return members.with(rest);
    }

    /** The members' share as a multiple of that of all; 1 where nobody has it. */
    public double lift() {
        return all().having() == 0 || members.of() == 0 ? 1 : members.value() / all().value();
    }
}
