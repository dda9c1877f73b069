/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.text.TermCandidates;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.stopwords.Rainbow;
import weka.core.tokenizers.WordTokenizer;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.StringToWordVector;

/** Weka's {@code StringToWordVector}, with its long list of English stop words (Rainbow, McCallum 1996) beside those that were left out already. */
public final class WekaTerms implements TermCandidates {

    private static final String BETWEEN = " ";

    /** @param home a folder that Weka may write into */
    public WekaTerms(Path home) {
        WekaSettings.apply(home);
    }

    @Override
    public Set<String> in(List<List<String>> notes, int least, int most) {
        try {
            Instances texts = texts(notes);
            StringToWordVector filter = filter(least, most);
            filter.setInputFormat(texts);
            Set<String> words = new TreeSet<>();
            Collections.list(Filter.useFilter(texts, filter).enumerateAttributes())
                    .forEach(attribute -> words.add(attribute.name()));
            return words;
        } catch (Exception failed) { // Weka declares no other
            throw new SegcastException(
                    ErrorCode.TRAINING_FAILED,
                    "Weka's StringToWordVector failed on the words of " + notes.size() + " notes",
                    failed);
        }
    }

    private static StringToWordVector filter(int least, int most) {
        WordTokenizer tokenizer = new WordTokenizer();
        tokenizer.setDelimiters(BETWEEN);
        StringToWordVector filter = new StringToWordVector();
        filter.setTokenizer(tokenizer);
        filter.setStopwordsHandler(new Rainbow());
        filter.setDoNotOperateOnPerClassBasis(true);
        filter.setMinTermFreq(least);
        filter.setWordsToKeep(most);
        return filter;
    }

    private static Instances texts(List<List<String>> notes) {
        Attribute text = new Attribute("notes", true);
        Instances texts = new Instances("notes", new ArrayList<>(List.of(text)), notes.size());
        for (List<String> note : notes) {
            DenseInstance instance = new DenseInstance(1);
            instance.setDataset(texts);
            instance.setValue(0, String.join(BETWEEN, note));
            texts.add(instance);
        }
        return texts;
    }
}
