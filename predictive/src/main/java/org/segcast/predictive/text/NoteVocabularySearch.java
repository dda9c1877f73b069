/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.segcast.predictive.history.PurchaseHistories;

/**
 * Chooses the words of notes that become features: in the notes of at least five contacts and one in a hundred of those who have one, and of no more than half of them, the most frequent
 * first. A sample shows which words to count, and they are counted among everybody, so the same contacts give the same words. No names: neither words that are mostly written
 * as one nor any word of a contact's name.
 */
public final class NoteVocabularySearch {

    static final int MOST_TERMS = 50;
    static final int LEAST_CONTACTS = 5;
    private static final int ONE_IN = 100;
    private static final int SAMPLE = 5_000;
    private static final int SAMPLE_WORDS = 200;
    private static final int CANDIDATES = 1_000;
    private static final long SEED = 1;
    /** Before any purchase: contacts are read, and nothing that they did. */
    private static final LocalDate NO_PURCHASES = LocalDate.of(1800, 1, 1);

    private final TermCandidates candidates;
    private final UnaryOperator<Set<String>> names;

    /** @param names those among some words that are in a contact's name */
    public NoteVocabularySearch(TermCandidates candidates, UnaryOperator<Set<String>> names) {
        this.candidates = candidates;
        this.names = names;
    }

    public NoteVocabulary in(PurchaseHistories histories) {
        NoteTerms terms = new NoteTerms(histories.attributes());
        if (!terms.areThere()) {
            return NoteVocabulary.NONE;
        }
        Sample sample = new Sample();
        eachNote(histories, terms, sample::add);
        if (sample.notes < LEAST_CONTACTS) {
            return NoteVocabulary.NONE;
        }
        Map<String, Count> counts = new HashMap<>();
        candidates.in(sample.frequent(), sample.least(), CANDIDATES).forEach(term -> counts.put(term, new Count()));
        eachNote(
                histories,
                terms,
                (id, note) -> note.forEach((term, spelling) -> {
                    Count count = counts.get(term);
                    if (count != null) {
                        count.add(spelling);
                    }
                }));
        counts.values().removeIf(count -> !count.fits(sample.notes));
        return new NoteVocabulary(chosen(counts));
    }

    private List<String> chosen(Map<String, Count> counts) {
        counts.keySet().removeAll(names.apply(Set.copyOf(counts.keySet())));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Count> entry) -> -entry.getValue().contacts)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_TERMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void eachNote(
            PurchaseHistories histories, NoteTerms terms, BiConsumer<String, Map<String, Spelling>> sink) {
        histories.forEach(
                NO_PURCHASES,
                history -> terms.spelt(history.contact())
                        .ifPresent(note -> sink.accept(history.contact().id(), note)));
    }

    private static int least(int notes) {
        return Math.max(LEAST_CONTACTS, (notes + ONE_IN - 1) / ONE_IN);
    }

    /** Every note has the same chance (Vitter's algorithm R, 1985). */
    private static final class Sample {
        private static final int BITS = 20;
        /** Spreads Java's hashes (2^32 over the golden ratio, Knuth). */
        private static final int MIX = 0x9E3779B9;

        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<List<String>> drawn = new ArrayList<>();
        private int notes;

        void add(String id, Map<String, Spelling> note) {
            notes++;
            int place = drawn.size() < SAMPLE ? drawn.size() : random.nextInt(notes);
            if (place < SAMPLE) {
                List<String> words = note.keySet().stream().limit(SAMPLE_WORDS).toList();
                if (place == drawn.size()) {
                    drawn.add(words);
                } else {
                    drawn.set(place, words);
                }
            }
        }

        /** Without the words that too few share, roughly counted: a million different ones would take the engine's time and memory. */
        List<List<String>> frequent() {
            int[] counts = new int[1 << BITS];
            drawn.forEach(note -> note.forEach(word -> counts[bucket(word)]++));
            int least = least();
            return drawn.stream()
                    .map(note -> note.stream()
                            .filter(word -> counts[bucket(word)] >= least)
                            .toList())
                    .toList();
        }

        private static int bucket(String word) {
            return word.hashCode() * MIX >>> Integer.SIZE - BITS;
        }

        /** What is in one of a hundred notes is in one of two hundred of the drawn ones, but for one chance in thousands. */
        int least() {
            return notes == drawn.size() ? NoteVocabularySearch.least(notes) : drawn.size() / (2 * ONE_IN);
        }
    }

    private static final class Count {
        private int contacts;
        private int ordinary;
        private int named;

        void add(Spelling spelling) {
            contacts++;
            ordinary += spelling == Spelling.ORDINARY ? 1 : 0;
            named += spelling == Spelling.NAME ? 1 : 0;
        }

        boolean fits(int notes) {
            return contacts >= least(notes) && 2L * contacts <= notes && ordinary > 0 && ordinary >= named;
        }
    }
}
