/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.TagDefinition;

/** Everything we write: tags, score, segment and reason. */
final class OroMarks {
    /** Oro looks at each contact's tags one by one, so larger calls only take longer. */
    private static final int TAGS_PER_CALL = 500;

    private static final int SCORES_PER_CALL = 1_000;

    private final OroClient client;
    private final OroConfig config;
    private final OroReader reader;
    private final OroTags tags;
    private final OroScores scores;

    OroMarks(OroClient client, OroConfig config, HttpPause pause) {
        this.client = client;
        this.config = config;
        this.reader = new OroReader(client, config.pageSize());
        this.tags = new OroTags(client, config);
        this.scores = new OroScores(client, config.fields(), new OroOperation(client, config.batchTimeout(), pause));
    }

    /** From the contacts' side: of a tag Oro tells only the first thousand it is on. */
    void held(MarkSink sink) {
        Map<String, String> keys = tags.keys();
        List<String> asked = new ArrayList<>(config.fields().marks());
        asked.add("tags");
        reader.all(
                OroQuery.of("contacts").fields("contacts", asked),
                page -> page.data().forEach(contact -> {
                    contact.many("tags").stream()
                            .flatMap(tag -> Optional.ofNullable(keys.get(tag.id())).stream())
                            .forEach(key -> sink.tag(key, contact.id()));
                    scores.held(contact).ifPresent(mark -> sink.score(contact.id(), mark));
                }));
    }

    void prepare(List<TagDefinition> definitions) {
        tags.prepare(definitions);
        tags.prepareObjections();
    }

    OroRemoval removal() {
        return new OroRemoval(client, config, tags, scores);
    }

    PushReceipt push(MarkChanges changes, ProgressListener progress) {
        OroBatch batch = new OroBatch(client, progress, changes.size());
        if (!changes.tags().isEmpty()) {
            Map<String, String> owned = tags.prepare(changes.tags());
            changes.members(TAGS_PER_CALL, (tag, direction, contacts) -> {
                String id = owned.get(tag.key());
                batch.whole(contacts, some -> tags.change(id, direction, some));
            });
        }
        if (changes.scoreChanges() > 0) {
            pushScores(changes, batch);
        }
        return batch.receipt();
    }

    private void pushScores(MarkChanges changes, OroBatch batch) {
        List<String> missing = scores.missing().orElse(List.of());
        if (!missing.isEmpty()) {
            batch.leaveOut(
                    "",
                    "scores and reasons of " + changes.scoreChanges()
                            + " contacts were left out: Oro's contacts have no field " + String.join(", ", missing)
                            + "; an administrator adds them, see the connection test");
            return;
        }
        changes.cleared(SCORES_PER_CALL, contacts -> batch.each(contacts, scores::clear));
        changes.scores(SCORES_PER_CALL, marks -> batch.each(marks.keySet(), some -> scores.write(some, marks)));
    }
}
