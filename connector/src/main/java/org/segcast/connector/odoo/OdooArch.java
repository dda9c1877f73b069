/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

/** What our two inherited views say, in the version's own XML. */
record OdooArch(OdooVersion version) {

    /** Behind the tags, where there is something to show. */
    String form() {
        return """
                <data><field name="category_id" position="after">
                  <field name="x_segcast_segment" readonly="1" %1$s/>
                  <field name="x_segcast_score" readonly="1" %1$s/>
                  <field name="x_segcast_reason" readonly="1" %2$s/>
                </field></data>
                """.formatted(without("x_segcast_segment"), without("x_segcast_reason"));
    }

    String list() {
        return """
                <data><xpath expr="//%2$s" position="inside">
                  <field name="x_segcast_segment" readonly="1" optional="show"/>
                  <field name="x_segcast_score" readonly="1" optional="show" %1$s/>
                  <field name="x_segcast_reason" readonly="1" optional="hide"/>
                </xpath></data>
                """.formatted(without("x_segcast_segment"), version.listElement());
    }

    private String without(String field) {
        return version.plainConditions()
                ? "invisible=\"not " + field + "\""
                : "attrs=\"{'invisible': [('" + field + "', '=', False)]}\"";
    }
}
