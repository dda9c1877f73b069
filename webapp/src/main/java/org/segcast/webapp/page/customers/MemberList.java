/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.primefaces.PrimeFaces;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import org.segcast.webapp.dashboard.Dashboard;
import org.segcast.webapp.dashboard.DashboardFigures;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.segment.Member;
import org.segcast.webapp.segment.MemberQuery.Sort;
import org.segcast.webapp.segment.Segments;

/** A list of contacts with search, sort and pages; all three live in the address. */
@Named("memberList")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class MemberList implements Serializable {
    public static final int ROWS = 25;
    private static final long serialVersionUID = 1L;

    @Inject
    private Segments segments;

    @Inject
    private Dashboard dashboard;

    @Inject
    private Formats formats;

    private String key = "";
    private String search = "";
    private Sort sort = Sort.CHANCE;
    private boolean ascending;
    private int page = 1;
    private String currency = "";
    private long total;
    private LazyDataModel<Member> rows;
    private SortMeta sorting;

    /** Called once the address was read. */
    public void open() {
        currency = dashboard.figures().map(DashboardFigures::currency).orElse("");
        rows = new MemberRows(segments, key, search, this::shows);
        total = rows.count(Map.of());
        sorting = SortMeta.builder()
                .field(MemberSort.name(sort))
                .order(ascending ? SortOrder.ASCENDING : SortOrder.DESCENDING)
                .build();
    }

    private void shows(Sort by, boolean up, int at) {
        sort = by;
        ascending = up;
        page = at;
        if (PrimeFaces.current().isAjaxRequest()) {
            PrimeFaces.current().ajax().addCallbackParam("address", address());
        }
    }

    private String address() {
        return "?" + (key.isEmpty() ? "" : "key=" + encoded(key) + '&')
                + (search.isEmpty() ? "" : "q=" + encoded(search) + '&')
                + "sort=" + MemberSort.name(sort) + "&up=" + ascending + "&page=" + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As text: expressions turn an empty optional into null. */
    public String lastOrder(Member member) {
        return formats.maybeDay(member.lastOrder());
    }

    public LazyDataModel<Member> getRows() {
        return rows;
    }

    public SortMeta getSorting() {
        return sorting;
    }

    public int getFirst() {
        return (page - 1) * ROWS;
    }

    public long getTotal() {
        return total;
    }

    public String getCurrency() {
        return currency;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search.strip();
    }

    public String getSort() {
        return MemberSort.name(sort);
    }

    public void setSort(String name) {
        sort = MemberSort.of(name);
    }

    public boolean isUp() {
        return ascending;
    }

    public void setUp(boolean up) {
        ascending = up;
    }

    public int getPage() {
        return page;
    }

    /** Pages begin at 1; whatever else the address says is the first. */
    public void setPage(int page) {
        this.page = Math.max(1, Math.min(page, 1_000_000));
    }
}
