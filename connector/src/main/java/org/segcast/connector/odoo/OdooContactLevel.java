/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;

/** Which of Odoo's partners are contacts of their own; the others count for the nearest one above them. */
public enum OdooContactLevel {
    /** Companies, and persons who belong to no other partner: Odoo's own "commercial entity". */
    COMPANY,
    /** Persons who work for a company too. Companies stay contacts, for orders that name no person. */
    PERSON;

    /** At least one of these terms holds for a contact. */
    List<List<Object>> terms() {
        List<Object> company = OdooDomain.term("is_company", "=", true);
        List<Object> top = OdooDomain.term("parent_id", "=", false);
        return this == COMPANY ? List.of(company, top) : List.of(company, top, OdooDomain.term("type", "=", "contact"));
    }

    boolean isContact(OdooRow partner) {
        return partner.reference("parent_id").isEmpty() || isContactAnywhere(partner);
    }

    /** Whether a partner of this kind is a contact whomever it belongs to. */
    boolean isContactAnywhere(OdooRow kind) {
        return kind.flag("is_company")
                || this == PERSON && kind.text("type").filter("contact"::equals).isPresent();
    }
}
