/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/** Everything we write: tags, score, segment and reason, and the places for them. */
final class OdooMarks {
    private static final int TAGS_PER_CALL = 50_000;
    private static final int SCORES_PER_CALL = 2_000;

    private final OdooClient client;
    private final OdooTags tags;
    private final OdooScores scores;
    private final OdooViews views;

    OdooMarks(OdooClient client) {
        this.client = client;
        this.tags = new OdooTags(client);
        this.scores = new OdooScores(client);
        this.views = new OdooViews(client);
    }

    HeldMarks held() {
        return new HeldMarks(tags.members(), scores.fieldsExist() ? scores.held() : Map.of());
    }

    /** Without administration rights the tags alone are made; a push then says that the scores have no place. */
    void prepare(List<TagDefinition> definitions) {
        tags.prepare(definitions);
        try {
            if (!scores.fieldsExist()) {
                scores.createFields();
            }
            views.prepare();
        } catch (SegcastException e) {
            if (e.code() != ErrorCode.RIGHTS_MISSING) {
                throw e;
            }
        }
    }

    PushReceipt push(MarkChanges changes, ProgressListener progress) {
        OdooBatch batch = new OdooBatch(client, progress, changes.size());
        pushTags(changes.tags(), batch);
        if (!changes.scores().isEmpty() || !changes.cleared().isEmpty()) {
            pushScores(changes, batch);
        }
        return batch.receipt();
    }

    private void pushTags(List<TagChange> changes, OdooBatch batch) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Integer> owned =
                tags.prepare(changes.stream().map(TagChange::tag).toList());
        for (TagChange change : changes) {
            int tag = owned.get(change.tag().key());
            batch.write(change.removed(), TAGS_PER_CALL, partners -> tags.remove(tag, partners));
            batch.write(change.added(), TAGS_PER_CALL, partners -> tags.add(tag, partners));
        }
    }

    private void pushScores(MarkChanges changes, OdooBatch batch) {
        if (!scores.fieldsExist()) {
            batch.leaveOut(
                    "",
                    "scores and reasons of " + changes.scores().size()
                            + " contacts were left out: Odoo has no fields for them and the API key's user "
                            + "may not make any; let an administrator's key connect once");
            return;
        }
        batch.write(changes.cleared(), SCORES_PER_CALL, scores::clear);
        batch.write(changes.scores().keySet(), SCORES_PER_CALL, partners -> scores.write(partners, changes.scores()));
    }
}
