/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.SegcastException;

/** A removal beside another one that was killed, whose last call Odoo still works on. */
class OdooRemovalTest {
    private static final Answer NONE = Answer.json("[]");
    private static final Answer COLUMN_GONE = Answer.error(500, "psycopg2.errors.UndefinedColumn");

    private final FakeOdoo odoo = new FakeOdoo()
            .on("ir.ui.view/search_read", NONE)
            .on("res.partner.category/search", NONE)
            .on("ir.model.data/search_read", NONE)
            .on("res.partner.category/search_read", NONE);

    @AfterEach
    void close() {
        odoo.close();
    }

    private void remove() {
        try (OdooCrm crm = new OdooCrm(odoo.config(), Runnable::run, FakeOdoo.guard(odoo.config()))) {
            crm.removeAll(ProgressListener.SILENT);
        }
    }

    private List<String> unlinked() {
        return odoo.bodies().stream()
                .filter(body -> body.startsWith("{\"ids\""))
                .toList();
    }

    @Test
    void what_goes_away_under_its_hands_is_no_failure() {
        odoo.on("ir.model.fields/search", Answer.json("[7,8]"), NONE).on("ir.model.fields/unlink", COLUMN_GONE);
        remove();
        assertEquals(List.of("{\"ids\":[7,8]}"), unlinked());
    }

    @Test
    void what_is_left_of_it_goes_in_another_call() {
        odoo.on("ir.model.fields/search", Answer.json("[7,8]"), Answer.json("[8]"))
                .on("ir.model.fields/unlink", COLUMN_GONE, Answer.json("true"));
        remove();
        assertEquals(List.of("{\"ids\":[7,8]}", "{\"ids\":[8]}"), unlinked());
    }

    @Test
    void a_call_that_fails_with_nothing_gone_meanwhile_has_failed() {
        odoo.on("ir.model.fields/search", Answer.json("[7,8]"))
                .on("ir.model.fields/unlink", Answer.error(403, "odoo.exceptions.AccessError"));
        SegcastException denied = assertThrows(SegcastException.class, this::remove);
        assertEquals(ErrorCode.RIGHTS_MISSING, denied.code());
        assertTrue(
                odoo.asked().stream().noneMatch("res.partner.category/unlink"::equals),
                "and nothing goes on behind it");
    }
}
