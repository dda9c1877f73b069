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
    private static final String FORM_ARCH = """
            <data><field name="category_id" position="after">
              <field name="x_segcast_segment" readonly="1" invisible="not x_segcast_segment"/>
              <field name="x_segcast_score" readonly="1" invisible="not x_segcast_segment"/>
              <field name="x_segcast_reason" readonly="1" invisible="not x_segcast_reason"/>
            </field></data>
            """;
    private static final String LIST_ARCH = """
            <data><xpath expr="//list" position="inside">
              <field name="x_segcast_segment" readonly="1" optional="show"/>
              <field name="x_segcast_score" readonly="1" optional="show" invisible="not x_segcast_segment"/>
              <field name="x_segcast_reason" readonly="1" optional="hide"/>
            </xpath></data>
            """;

    private final OdooClient client;

    OdooViews(OdooClient client) {
        this.client = client;
    }

    void prepare() {
        Set<String> there = existing();
        List<List<String>> missing = new ArrayList<>();
        if (!there.contains(FORM)) {
            missing.add(List.of(FORM, "res.partner.form.segcast", "res.partner", "base.view_partner_form", FORM_ARCH));
        }
        if (!there.contains(LIST)) {
            missing.add(List.of(LIST, "res.partner.list.segcast", "res.partner", "base.view_partner_tree", LIST_ARCH));
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
