/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segcast.connector.http.PageSizing;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.RejectedRecord;

/**
 * Reads a resource by ascending id, never by page number: records that come and go between two pages shift nothing.
 *
 * <p>An Oro may give fewer records than asked for without saying so. So the total is asked for until a page of that size has come back full, and a page that is short of
 * both is taken for Oro's own limit, not for the end.
 */
final class OroReader {
    private final OroClient client;
    private final PageSizing sizing;
    private int largest;
    private int proven;

    OroReader(OroClient client, int largest) {
        this.client = client;
        this.sizing = client.pages();
        this.largest = largest;
    }

    /** @param last whether nothing is behind it */
    record Slice(OroDocument document, boolean last) {
        List<OroResource> resources() {
            return document.data();
        }

        Optional<String> lastId() {
            List<OroResource> all = resources();
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(all.get(all.size() - 1).id());
        }
    }

    Slice slice(OroQuery query, Optional<String> afterId, int wanted) {
        OroQuery behind = afterId.map(id -> query.where("id", "gt", id)).orElse(query);
        return sizing.read(Math.min(wanted, largest), size -> read(behind, size));
    }

    /** Everything, page by page. */
    void all(OroQuery query, Consumer<OroDocument> taker) {
        Optional<String> after = Optional.empty();
        Slice slice;
        do {
            slice = slice(query, after, largest);
            taker.accept(slice.document());
            after = slice.lastId();
        } while (!slice.last());
    }

    /** Those with these ids; what is no id of Oro is passed over. */
    <R> Page<R> byId(OroQuery query, Stream<String> ids, Function<OroDocument, Page<R>> records) {
        List<String> asked = ids.filter(OroQuery::isId).distinct().toList();
        List<R> found = new ArrayList<>();
        List<RejectedRecord> rejected = new ArrayList<>();
        if (!asked.isEmpty()) {
            all(query.any("id", asked).sentInBody(), document -> {
                Page<R> page = records.apply(document);
                found.addAll(page.records());
                rejected.addAll(page.rejected());
            });
        }
        return new Page<>(found, rejected, Optional.empty());
    }

    private Slice read(OroQuery query, int size) {
        boolean sure = size <= proven;
        OroDocument document = sure ? client.get(query.page(size)) : client.getWithTotal(query.page(size));
        int found = document.data().size();
        if (found >= size) {
            proven = Math.max(proven, size);
            return new Slice(document, false);
        }
        boolean cut = document.total().orElse(found) > found && found > 0;
        if (cut) {
            largest = found;
            proven = found;
        }
        return new Slice(document, !cut);
    }
}
