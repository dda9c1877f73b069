/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.connector.spi.CallSizes;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/** Everything we write: tags, score, segment and reason, and the places for them. */
final class OdooMarks {
    private static final int TAGS_PER_CALL = 50_000;
    private static final int SCORES_PER_CALL = 2_000;
    static final CallSizes CALL_SIZES = new CallSizes(TAGS_PER_CALL, SCORES_PER_CALL);

    private final OdooClient client;
    private final OdooTags tags;
    private final OdooScores scores;
    private final OdooViews views;
    /** Category ids by tag key, from {@link #prepare} to the push behind it. */
    private Optional<Map<String, Integer>> prepared = Optional.empty();

    OdooMarks(OdooClient client) {
        this.client = client;
        this.tags = new OdooTags(client);
        this.scores = new OdooScores(client);
        this.views = new OdooViews(client);
    }

    void held(MarkSink sink) {
        tags.members(sink);
        if (scores.fieldsExist()) {
            scores.held(sink);
        }
    }

    /** Tags whole: their members change without a stamp. @return how many contacts hold a score */
    long changed(Instant since, MarkSink sink) {
        tags.members(sink);
        return scores.fieldsExist() ? scores.changed(since, sink) : 0;
    }

    /** Without administration rights the tags alone are made; a push then says that the scores have no place. */
    void prepare(List<TagDefinition> definitions) {
        prepared = Optional.of(tags.prepare(definitions));
        try {
            scores.prepareFields();
            views.prepare();
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.RIGHTS_MISSING) {
                throw e;
            }
        }
    }

    OdooRemoval removal() {
        return new OdooRemoval(client, tags, scores);
    }

    PushReceipt push(MarkChanges changes, ProgressListener progress) {
        OdooBatch batch = new OdooBatch(client, progress, changes.size());
        if (!changes.tags().isEmpty()) {
            Map<String, Integer> owned = owned(changes.tags());
            changes.members(TAGS_PER_CALL, (tag, direction, contacts) -> {
                int category = owned.get(tag.key());
                batch.write(contacts, partners -> tags.change(category, direction, partners));
            });
        }
        if (changes.scoreChanges() > 0) {
            pushScores(changes, batch);
        }
        return batch.receipt();
    }

    private Map<String, Integer> owned(List<TagDefinition> definitions) {
        Set<String> keys = definitions.stream().map(TagDefinition::key).collect(Collectors.toSet());
        Map<String, Integer> owned =
                prepared.filter(found -> found.keySet().containsAll(keys)).orElseGet(() -> tags.prepare(definitions));
        prepared = Optional.empty();
        return owned;
    }

    private void pushScores(MarkChanges changes, OdooBatch batch) {
        if (!scores.fieldsExist()) {
            batch.leaveOut(
                    "",
                    "scores and reasons of " + changes.scoreChanges()
                            + " contacts were left out: Odoo has no fields for them and the API key's user "
                            + "may not make any; let an administrator's key connect once");
            return;
        }
        changes.cleared(SCORES_PER_CALL, contacts -> batch.write(contacts, scores::clear));
        changes.scores(
                SCORES_PER_CALL, marks -> batch.write(marks.keySet(), partners -> scores.write(partners, marks)));
    }
}
