/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps at most so many contacts of a stream of unknown length, the same ones whatever comes before or after: those whose hashed id
 * is small enough. When it overflows, the bound is halved.
 */
public final class ContactSample<T> {

    private final int most;
    private final long seed;
    private final List<T> kept = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();
    private long bound = Long.MAX_VALUE;

    public ContactSample(int most, long seed) {
        this.most = most;
        this.seed = seed;
    }

    public boolean admits(String contactId) {
        return hash(contactId) <= bound;
    }

    public void add(String contactId, T item) {
        kept.add(item);
        hashes.add(hash(contactId));
        while (kept.size() > most && bound > 0) {
            bound /= 2;
            prune(hash -> hash <= bound);
        }
    }

    public List<T> kept() {
        return List.copyOf(kept);
    }

    private void prune(Predicate<Long> stays) {
        int next = 0;
        for (int i = 0; i < kept.size(); i++) {
            if (stays.test(hashes.get(i))) {
                kept.set(next, kept.get(i));
                hashes.set(next++, hashes.get(i));
            }
        }
        kept.subList(next, kept.size()).clear();
        hashes.subList(next, hashes.size()).clear();
    }

    /** FNV-1a over the id, finished by SplitMix64's mixer (Steele, Lea, Flood 2014); never negative. */
    private long hash(String contactId) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < contactId.length(); i++) {
            hash = (hash ^ contactId.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return (hash ^ (hash >>> 31)) >>> 1;
    }
}
