/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.SegcastException;

/**
 * Takes away what {@link OroMarks} made. Tags first, so that a user who may not delete is refused before anything is gone; each tag before its taxonomy, by which it is known; values last.
 *
 * <p>What stays: the three fields, which an administrator made and Oro's API cannot take away; a tag that people put into one of our taxonomies, which Oro then shows without one; and
 * the tag for objections, for people's objections are not ours to forget.
 */
final class OroRemoval {
    private static final int SCORES_PER_CALL = 1_000;
    private static final int STEPS = 3;

    private final OroClient client;
    private final OroReader reader;
    private final OroFields fields;
    private final OroTags tags;
    private final OroScores scores;

    OroRemoval(OroClient client, OroConfig config, OroTags tags, OroScores scores) {
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
        this.fields = config.fields();
        this.tags = tags;
        this.scores = scores;
    }

    Footprint footprint() {
        Map<String, String> taxonomies = tags.ownTaxonomies();
        Map<String, String> own = tags.own(taxonomies.keySet());
        Set<String> marked = new HashSet<>();
        contacts(List.of("tags"), contact -> {
            boolean tagged = contact.many("tags").stream().anyMatch(tag -> own.containsKey(tag.id()));
            if (tagged || scores.held(contact).isPresent()) {
                marked.add(contact.id());
            }
        });
        return new Footprint(
                List.copyOf(own.values()),
                marked.size(),
                taxonomies.values().stream().map(name -> "taxonomy " + name).toList());
    }

    void removeAll(ProgressListener progress) {
        progress.progress(0, STEPS);
        Map<String, String> taxonomies = tags.ownTaxonomies();
        tags.own(taxonomies.keySet()).keySet().forEach(tag -> delete("tags/" + tag));
        progress.progress(1, STEPS);
        taxonomies.keySet().forEach(taxonomy -> delete("taxonomies/" + taxonomy));
        progress.progress(2, STEPS);
        clear();
        progress.progress(STEPS, STEPS);
    }

    /** One that is gone already is what was wanted: a removal that was killed may have got that far. */
    private void delete(String path) {
        try {
            client.delete(path);
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.RECORD_MISSING) {
                throw e;
            }
        }
    }

    private void clear() {
        List<String> held = new ArrayList<>();
        contacts(List.of(), contact -> {
            if (scores.held(contact).isPresent()) {
                held.add(contact.id());
            }
            if (held.size() == SCORES_PER_CALL) {
                clear(held);
            }
        });
        clear(held);
    }

    private void clear(List<String> held) {
        if (held.isEmpty()) {
            return;
        }
        List<String> kept = scores.clear(held).values().stream()
                .filter(reason -> !reason.equals(OroBatch.GONE))
                .toList();
        if (!kept.isEmpty()) {
            throw new SegcastException(
                    ErrorCode.REQUEST_REFUSED,
                    "Segcast tried to take score and reason off Oro's contacts, and " + kept.size() + " kept them. "
                            + kept.get(0));
        }
        held.clear();
    }

    private void contacts(List<String> also, Consumer<OroResource> visitor) {
        List<String> asked = new ArrayList<>(fields.marks());
        asked.addAll(also);
        reader.all(
                OroQuery.of("contacts").fields("contacts", asked),
                page -> page.data().forEach(visitor));
    }
}
