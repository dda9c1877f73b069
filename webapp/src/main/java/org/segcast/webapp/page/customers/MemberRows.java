/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.segcast.webapp.segment.Member;
import org.segcast.webapp.segment.MemberQuery;
import org.segcast.webapp.segment.MemberQuery.Sort;
import org.segcast.webapp.segment.Segments;

/** Fetches one page of a list of contacts at a time, and tells the list's state so that its address can follow. */
final class MemberRows extends LazyDataModel<Member> {
    private static final long serialVersionUID = 1L;

    /** Told what is shown: how it is sorted and which page. */
    interface Shown extends java.io.Serializable {
        void shows(Sort sort, boolean ascending, int page);
    }

    @SuppressWarnings("serial") // the container's proxy can be written
    private final Segments segments;

    private final String segment;
    private final String search;
    private final Shown shown;

    /** @param segment a segment's key; empty text for all contacts */
    MemberRows(Segments segments, String segment, String search, Shown shown) {
        this.segments = segments;
        this.segment = segment;
        this.search = search;
        this.shown = shown;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(segments.members(query(Sort.NAME, true, 0, 1)).total());
    }

    @Override
    public List<Member> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        Optional<SortMeta> by =
                sorts.values().stream().filter(SortMeta::isActive).findFirst();
        Sort sort = by.map(meta -> MemberSort.of(meta.getField())).orElse(Sort.NAME);
        boolean ascending =
                by.map(meta -> meta.getOrder() == SortOrder.ASCENDING).orElse(true);
        shown.shows(sort, ascending, first / size + 1);
        return segments.members(query(sort, ascending, first, size)).items();
    }

    @Override
    public String getRowKey(Member member) {
        return member.contactId();
    }

    private MemberQuery query(Sort sort, boolean ascending, int first, int size) {
        return new MemberQuery(
                Optional.of(segment).filter(key -> !key.isEmpty()), search, sort, ascending, first, size);
    }
}
