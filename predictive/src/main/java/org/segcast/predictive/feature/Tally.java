/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/** Counts words: open addressing over their cached hashes, no boxes, made anew for each history; takes no room while empty. */
final class Tally {

    private static final String[] NO_WORDS = {};
    private static final int[] NO_COUNTS = {};
    private static final int FIRST_SIZE = 8;

    private String[] words = NO_WORDS;
    private int[] counts = NO_COUNTS;
    private int distinct;
    private int total;

    void add(String word) {
        if (words.length == 0) {
            words = new String[FIRST_SIZE];
            counts = new int[FIRST_SIZE];
        }
        int slot = slotOf(word);
        if (words[slot] == null) {
            words[slot] = word;
            distinct++;
        }
        counts[slot]++;
        total++;
        if (distinct * 2 > words.length) {
            grow();
        }
    }

    int distinct() {
        return distinct;
    }

    int total() {
        return total;
    }

    /** Shannon's entropy in bits. */
    double entropy() {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / total;
                sum -= share * Math.log(share);
            }
        }
        return distinct < 2 ? 0 : sum / Math.log(2);
    }

    /** The slot of the most frequent word, the first by name among equals; only if there is one. */
    private int best() {
        int best = -1;
        for (int i = 0; i < words.length; i++) {
            if (counts[i] > 0 && (best < 0 || isBetter(i, best))) {
                best = i;
            }
        }
        return best;
    }

    String favourite() {
        return distinct == 0 ? "" : words[best()];
    }

    double favouriteShare() {
        return distinct == 0 ? Double.NaN : (double) counts[best()] / total;
    }

    private boolean isBetter(int slot, int than) {
        return counts[slot] != counts[than] ? counts[slot] > counts[than] : words[slot].compareTo(words[than]) < 0;
    }

    private int slotOf(String word) {
        int mask = words.length - 1;
        int hash = word.hashCode();
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (words[slot] != null && !words[slot].equals(word)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        String[] oldWords = words;
        int[] oldCounts = counts;
        words = new String[oldWords.length * 2];
        counts = new int[oldWords.length * 2];
        for (int i = 0; i < oldWords.length; i++) {
            if (oldWords[i] != null) {
                int slot = slotOf(oldWords[i]);
                words[slot] = oldWords[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
