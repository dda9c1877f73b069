/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.SegcastException;

/**
 * Takes away what {@link OdooMarks} made. Views first, since Odoo keeps a field that a view shows, then fields, then tags: so a user without
 * administration rights is refused before anything is gone.
 *
 * <p>Odoo deletes a tag together with the tags below it. So one of ours below which others put a tag of their own is not deleted: it loses its members
 * and its external id, and is theirs from then on.
 */
final class OdooRemoval {
    private static final String TAG = "res.partner.category";
    private static final String FIELD = "ir.model.fields";
    private static final String VIEW = "ir.ui.view";
    private static final String EXTERNAL_ID = "ir.model.data";

    private final OdooClient client;
    private final OdooTags tags;
    private final OdooScores scores;

    OdooRemoval(OdooClient client, OdooTags tags, OdooScores scores) {
        this.client = client;
        this.tags = tags;
        this.scores = scores;
    }

    Footprint footprint() {
        List<OdooRow> ours = tags();
        Set<String> fields = scores.existing();
        List<String> places = new ArrayList<>();
        fields.forEach(name -> places.add("field " + name));
        views().forEach(view -> places.add("view " + view.text("name").orElse("")));
        return new Footprint(
                ours.stream().map(tag -> tag.text("name").orElse("")).toList(), contacts(ours, fields), places);
    }

    private List<OdooRow> tags() {
        return OdooQuery.read(
                client, TAG, OdooDomain.alsoArchived().and("id", "in", tags.owned()), "name", "parent_id");
    }

    private List<OdooRow> views() {
        return OdooQuery.read(
                client, VIEW, OdooDomain.alsoArchived().and("model_data_id.module", "=", OdooLoad.MODULE), "name");
    }

    private long contacts(List<OdooRow> ours, Set<String> fields) {
        List<List<Object>> any = new ArrayList<>();
        any.add(OdooDomain.term("category_id", "in", ids(ours)));
        fields.stream()
                .filter(OdooScores.WORDS::contains)
                .forEach(field -> any.add(OdooDomain.term(field, "!=", false)));
        Map<String, Object> marked =
                Map.of("domain", OdooDomain.alsoArchived().andAny(any).terms());
        return client.call("res.partner", "search_count", marked) instanceof JsonNumber count ? count.longValue() : 0;
    }

    void removeAll(ProgressListener progress) {
        progress.progress(0, 3);
        unlink(VIEW, () -> ids(views()));
        progress.progress(1, 3);
        unlink(FIELD, this::fields);
        progress.progress(2, 3);
        removeTags();
        progress.progress(3, 3);
    }

    private List<Integer> fields() {
        OdooDomain ours = OdooDomain.all()
                .and("model", "=", "res.partner")
                .and("state", "=", "manual")
                .and("name", "in", OdooScores.FIELDS);
        return client.ids(FIELD, "search", Map.of("domain", ours.terms()));
    }

    private void removeTags() {
        Set<Integer> shared = shared(tags());
        for (Integer tag : shared) {
            client.call(TAG, "write", Map.of("ids", List.of(tag), "vals", Map.of("partner_ids", List.of(List.of(5)))));
        }
        unlink(EXTERNAL_ID, () -> externalIds(shared));
        unlink(TAG, this::deletable);
    }

    private List<Integer> deletable() {
        List<OdooRow> ours = tags();
        List<Integer> deletable = new ArrayList<>(ids(ours));
        deletable.removeAll(shared(ours));
        return deletable;
    }

    /** Tags of ours that have a tag of others somewhere below them. */
    private Set<Integer> shared(List<OdooRow> ours) {
        Map<Integer, OdooRow> byId = ours.stream().collect(Collectors.toMap(OdooRow::id, Function.identity()));
        Set<Integer> shared = new HashSet<>();
        OdooDomain foreign =
                OdooDomain.alsoArchived().and("parent_id", "in", byId.keySet()).and("id", "not in", byId.keySet());
        for (OdooRow child : OdooQuery.read(client, TAG, foreign, "parent_id")) {
            Optional<OdooRow> above = parent(byId, child);
            while (above.isPresent()) {
                shared.add(above.get().id());
                above = parent(byId, above.get());
            }
        }
        return shared;
    }

    private static Optional<OdooRow> parent(Map<Integer, OdooRow> ours, OdooRow tag) {
        OptionalInt above = tag.reference("parent_id");
        return above.isPresent() ? Optional.ofNullable(ours.get(above.getAsInt())) : Optional.empty();
    }

    private List<Integer> externalIds(Set<Integer> shared) {
        OdooDomain ours = OdooDomain.all()
                .and("module", "=", OdooLoad.MODULE)
                .and("model", "=", TAG)
                .and("res_id", "in", shared);
        return shared.isEmpty() ? List.of() : client.ids(EXTERNAL_ID, "search", Map.of("domain", ours.terms()));
    }

    /**
     * The last call of a removal that was killed may still be at work in Odoo. What it takes away under our hands makes this call fail, with whatever error comes first, and is what we wanted:
     * so what is left is looked up again, and only a call that fails with nothing gone meanwhile has failed.
     */
    private void unlink(String model, Supplier<List<Integer>> left) {
        List<Integer> ids = left.get();
        while (!ids.isEmpty()) {
            try {
                client.call(model, "unlink", Map.of("ids", ids));
                return;
            } catch (SegcastException refused) {
                List<Integer> still = left.get();
                if (Set.copyOf(still).equals(Set.copyOf(ids))) {
                    throw refused;
                }
                ids = still;
            }
        }
    }

    private static List<Integer> ids(List<OdooRow> rows) {
        return rows.stream().map(OdooRow::id).toList();
    }
}
