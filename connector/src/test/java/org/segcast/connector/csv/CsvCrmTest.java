/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

class CsvCrmTest {
    private static final String CONTACTS = "id,name,email";
    private static final String ORDERS = "id,contact_id,date,amount,currency,state";

    @TempDir
    Path path;

    private CsvFolder folder;

    @BeforeEach
    void an_empty_crm() {
        folder = new CsvFolder(path).file("contacts.csv", CONTACTS).file("orders.csv", ORDERS);
    }

    @Test
    void finds_columns_by_name_in_any_order_and_case_behind_a_byte_order_mark() {
        folder.file("contacts.csv", "\uFEFFEMAIL, Name ,ID,City", "a@example.org,Ada,1,Łódź");
        ContactRecord ada = contacts().records().get(0);
        assertEquals("1", ada.id());
        assertEquals("Ada", ada.name());
        assertEquals(Map.of("City", "Łódź"), ada.attributes());
    }

    @Test
    void tolerates_blank_lines_and_windows_line_ends() {
        folder.bytes(
                "contacts.csv", "id,name,email\r\n\r\n1,Ada,\r\n   \r\n2,Bo,\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("Ada", "Bo"),
                contacts().records().stream().map(ContactRecord::name).toList());
    }

    @Test
    void rejects_a_row_of_broken_bytes_with_its_id_and_line_and_keeps_the_next() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,name,email\n9001,\"Broken ".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
        bytes.writeBytes(" bytes\",x@example.org\n9002,Ada,\n".getBytes(StandardCharsets.UTF_8));
        folder.bytes("contacts.csv", bytes.toByteArray());
        Page<ContactRecord> page = contacts();
        assertEquals("9002", page.records().get(0).id());
        RejectedRecord broken = page.rejected().get(0);
        assertEquals("9001", broken.id());
        assertEquals(2, broken.line().getAsInt());
        assertTrue(broken.reason().contains("UTF-8"), broken.reason());
    }

    @Test
    void rejects_rows_that_are_too_short_or_too_long_or_without_an_id() {
        folder.file("contacts.csv", CONTACTS, "1,Ada", "2,Bo,b@example.org,more", ",Cy,c@example.org", "4,Di,");
        Page<ContactRecord> page = contacts();
        assertEquals(
                List.of("4"), page.records().stream().map(ContactRecord::id).toList());
        assertEquals(List.of(5), page.lines());
        assertEquals(
                List.of(
                        "contacts.csv line 2: has 2 cells, expected 3",
                        "contacts.csv line 3: has 4 cells, expected 3",
                        "contacts.csv line 4: id is missing"),
                page.rejected().stream().map(RejectedRecord::reason).toList());
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() {
        folder.file("contacts.csv", CONTACTS, "1,\"Ada,a@example.org", "2,Bo,", "3,5\" pipe,", "4,\"Di \"\"D\"\" D\",");
        Page<ContactRecord> page = contacts();
        assertEquals(
                List.of("Bo", "5\" pipe", "Di \"D\" D"),
                page.records().stream().map(ContactRecord::name).toList());
        assertEquals(
                List.of("1"), page.rejected().stream().map(RejectedRecord::id).toList());
    }

    @Test
    void a_quoted_cell_may_hold_commas_and_lines_and_later_lines_keep_their_numbers() {
        folder.file("contacts.csv", "id,name,email,note", "1,\"Ada, Countess\",,\"two", "lines\"", "2,Bo,,\"\"", "3");
        Page<ContactRecord> page = contacts();
        assertEquals("Ada, Countess", page.records().get(0).name());
        assertEquals("two\nlines", page.records().get(0).attributes().get("note"));
        assertEquals(5, page.rejected().get(0).line().getAsInt());
    }

    @Test
    void markup_in_attributes_becomes_text_and_names_stay_verbatim() {
        folder.file(
                "contacts.csv",
                "id,name,email,note,formula",
                "1,\"=HYPERLINK(\"\"x\"\")<script>alert(1)</script>\",,<p>Loves&nbsp;<b>long</b> tours</p>,a < b and c > d");
        ContactRecord contact = contacts().records().get(0);
        assertEquals("=HYPERLINK(\"x\")<script>alert(1)</script>", contact.name());
        assertEquals("Loves long tours", contact.attributes().get("note"));
        assertEquals("a < b and c > d", contact.attributes().get("formula"));
    }

    @Test
    void consent_is_read_from_its_columns_and_is_no_attribute() {
        folder.file(
                "contacts.csv",
                "id,name,email,email_opt_out,no_profiling,lawful_basis",
                "1,Ada,,0,0,contract",
                "2,Bo,,1,0,consent",
                "3,Cy,,0,1,contract",
                "4,Di,,0,0,none",
                "5,Ed,,0,0,",
                "6,Flo,,0,maybe,contract");
        Page<ContactRecord> page = contacts();
        assertEquals(
                List.of(
                        Consent.GIVEN,
                        new Consent(false, true),
                        new Consent(true, false),
                        new Consent(true, false),
                        new Consent(true, false)),
                page.records().stream().map(ContactRecord::consent).toList());
        assertTrue(page.records().get(0).attributes().isEmpty());
        assertEquals("6", page.rejected().get(0).id(), "a consent that cannot be read is not guessed");
    }

    @Test
    void dates_and_times_are_read_as_utc() {
        folder.file(
                "orders.csv",
                ORDERS,
                "1,1,2006-01-02,10,EUR,confirmed",
                "2,1,2006-01-02T10:11:12,10,eur,sale",
                "3,1,2006-01-02 10:11,10,EUR,draft",
                "4,1,2006-01-02T10:11:12+02:00,-10.50,EUR,cancel");
        List<OrderRecord> orders = orders().records();
        assertEquals(
                List.of("2006-01-02T00:00", "2006-01-02T10:11:12", "2006-01-02T10:11", "2006-01-02T08:11:12"),
                orders.stream().map(order -> order.orderedAt().toString()).toList());
        assertEquals(
                List.of(OrderState.CONFIRMED, OrderState.CONFIRMED, OrderState.OPEN, OrderState.CANCELLED),
                orders.stream().map(OrderRecord::state).toList());
        assertEquals("EUR", orders.get(1).currency());
    }

    @Test
    void an_order_row_that_cannot_be_read_says_why_without_quoting_text() {
        folder.file(
                "orders.csv",
                ORDERS,
                "92001,1,2006-13-45,10,EUR,confirmed",
                "92003,1,2006-01-01,abc,EUR,confirmed",
                "92004,1",
                "92005,1,2006-01-01,10,EUR,Ada Lovelace",
                "92006,1,+99999-01-01,10,EUR,confirmed",
                "92007,1,2006-01-01,1e999999,EUR,confirmed",
                "92008,1,2006-01-01,1.50,euro,confirmed");
        List<String> reasons =
                orders().rejected().stream().map(RejectedRecord::reason).toList();
        assertEquals(7, reasons.size(), reasons.toString());
        assertTrue(reasons.get(0).contains("date is '2006-13-45', expected a date"), reasons.get(0));
        assertTrue(reasons.get(1).contains("amount is text, expected a number"), reasons.get(1));
        assertTrue(reasons.stream().noneMatch(reason -> reason.contains("abc") || reason.contains("Ada")));
    }

    @Test
    void a_missing_folder_file_or_column_is_said_in_words() {
        folder.file("orders.csv", "id;contact_id;date");
        CsvCrm crm = new CsvCrm(folder.config());
        assertFalse(crm.check().ok());
        SegcastException columns = assertThrows(SegcastException.class, this::orders);
        assertEquals(ErrorCode.FILE_UNREADABLE, columns.code());
        assertTrue(columns.getMessage().contains("has no column id, contact_id"), columns.getMessage());

        CsvCrm nowhere = new CsvCrm(new CsvConfig(path.resolve("nowhere")));
        assertEquals(
                Optional.of(ErrorCode.FOLDER_MISSING),
                nowhere.check().steps().get(0).problem());
        SegcastException folderMissing =
                assertThrows(SegcastException.class, () -> nowhere.contacts(PageRequest.first(Optional.empty(), 10)));
        assertEquals(ErrorCode.FOLDER_MISSING, folderMissing.code());
    }

    @Test
    void a_page_ends_at_its_size_however_many_rows_are_broken() {
        folder.file("contacts.csv", CONTACTS, "1", "2", "3", "4,Di,", "5,Ed,");
        CsvCrm crm = new CsvCrm(folder.config());
        Page<ContactRecord> first = crm.contacts(PageRequest.first(Optional.empty(), 2));
        assertEquals(2, first.rejected().size());
        Page<ContactRecord> second = crm.contacts(
                PageRequest.first(Optional.empty(), 2).after(first.nextAfterId().orElseThrow()));
        assertEquals(1, second.rejected().size());
        assertEquals("4", second.records().get(0).id());
    }

    @Test
    void lines_may_tell_a_discount_in_percent_from_0_to_100() {
        folder.file(
                "order_lines.csv",
                "order_id,product,category,quantity,amount,discount",
                "1,Tent,Camping,1,90,10",
                "1,Map,,1,5,",
                "1,Gift,,1,0,100.00",
                "1,Rope,,1,5,101",
                "1,Rope,,1,5,-1",
                "1,Rope,,1,5,a tenth");
        try (CsvCrm crm = new CsvCrm(folder.config())) {
            Page<LooseOrderLine> page = crm.orderLines(PageRequest.first(Optional.empty(), 100));
            assertEquals(
                    List.of("10", "0", "100.00"),
                    page.records().stream()
                            .map(loose -> loose.line().discount().toPlainString())
                            .toList());
            assertEquals(
                    List.of(
                            "order_lines.csv line 5: discount is 101, expected percent from 0 to 100",
                            "order_lines.csv line 6: discount is -1, expected percent from 0 to 100"),
                    page.rejected().stream()
                            .map(RejectedRecord::reason)
                            .limit(2)
                            .toList());
            assertTrue(page.rejected().get(2).reason().contains("expected a number"));
        }
    }

    private Page<ContactRecord> contacts() {
        try (CsvCrm crm = new CsvCrm(folder.config())) {
            return crm.contacts(PageRequest.first(Optional.empty(), 100));
        }
    }

    private Page<OrderRecord> orders() {
        try (CsvCrm crm = new CsvCrm(folder.config())) {
            return crm.orders(PageRequest.first(Optional.empty(), 100));
        }
    }
}
