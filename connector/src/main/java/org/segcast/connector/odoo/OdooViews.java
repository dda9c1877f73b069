/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Shows the marks in Odoo's own contact form and list through two inherited views, owned by external id. One that people archived stays archived.
 * Needs administration rights.
 */
final class OdooViews {
    private static final String FORM = OdooLoad.externalId("view_form");
    private static final String LIST = OdooLoad.externalId("view_list");
    private final OdooClient client;

    OdooViews(OdooClient client) {
        this.client = client;
    }

    void prepare() {
        Set<String> there = existing();
        OdooArch arch = new OdooArch(client.version());
        List<List<String>> missing = new ArrayList<>();
        if (!there.contains(FORM)) {
            missing.add(
                    List.of(FORM, "res.partner.form.segcast", "res.partner", "base.view_partner_form", arch.form()));
        }
        if (!there.contains(LIST)) {
            missing.add(
                    List.of(LIST, "res.partner.list.segcast", "res.partner", "base.view_partner_tree", arch.list()));
        }
        OdooLoad.create(client, "ir.ui.view", List.of("id", "name", "model", "inherit_id/id", "arch"), missing);
    }

    /** Where another user may not even read views they count as there: only an administrator can make them. */
    private Set<String> existing() {
        OdooDomain ours = OdooDomain.alsoArchived().and("model_data_id.module", "=", OdooLoad.MODULE);
        Set<String> found = new HashSet<>();
        try {
            OdooQuery.read(client, "ir.ui.view", ours, "xml_id")
                    .forEach(row -> row.text("xml_id").ifPresent(found::add));
            return found;
        } catch (SegcastException e) {
            if (e.code() == ErrorCode.RIGHTS_MISSING) {
                return Set.of(FORM, LIST);
            }
            throw e;
        }
    }
}
