/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.persona.Share;
import org.segcast.predictive.persona.Trait;
import org.segcast.predictive.persona.TraitFinding;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;
import org.segcast.predictive.registry.PersonaPurchases.Quarter;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.persona.PersonaText;
import org.segcast.webapp.segment.SegmentSummary;
import org.xml.sax.InputSource;

class PersonaDocumentTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Formats FORMATS =
            new Formats(Locale.UK, ZoneOffset.UTC, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private static final String HOSTILE = "<script>alert('1')</script> & \"so\" \u0001\uD800 on";
    private static final Feature ORDERS =
            new Feature("orders_365d", FeatureType.NUMERIC, "orders", "Orders in the last 365 days.");
    private static final Feature COUNTRY = new Feature("country", FeatureType.NOMINAL, "", "Country as in the field.");

    @Test
    void whatever_a_crm_or_a_person_wrote_stays_text_and_the_file_stays_well_formed() {
        String document = PersonaDocument.of(persona(HOSTILE, found()), FORMATS);
        assertFalse(document.contains("<script"), document);
        assertTrue(
                document.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;so&quot;  on"),
                document);
        assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document.replace("<!DOCTYPE html>", "")))));
    }

    @Test
    void a_pdf_holds_the_title_and_the_traits_as_text_in_letters_of_any_european_language() throws IOException {
        byte[] pdf = PersonaPdf.of(PersonaDocument.of(persona("Zażółć & <b>−5 €", found()), FORMATS));
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("Zażółć & <b>−5 €"), text);
            assertTrue(text.contains("Orders in 365 days"), text);
        }
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_nothing_runs() {
        String document = PersonaDocument.of(persona("Regulars", found()), FORMATS);
        for (String foreign : List.of("http:", "https:", "src=", "href=", "url(", "@import", "onload", "<link")) {
            assertFalse(document.contains(foreign), foreign);
        }
    }

    @Test
    void traits_are_told_in_words_with_their_figures() {
        String html = PersonaHtml.of(persona("Regulars", found()), FORMATS);
        assertTrue(html.contains("Orders in 365 days<span>Orders in the last 365 days.</span>"), html);
        assertTrue(html.contains("Country: PL"), html);
        assertTrue(html.contains(">8.5</td><td class=\"num\">4</td>"), html);
        assertTrue(html.contains(">20.0%</td><td class=\"num\">40.0%</td>"), html);
        assertTrue(html.contains("Of 96 differences tested"), html);
        assertTrue(html.contains("width:50%;margin-left:0%"), html);
        assertTrue(html.contains("width:50%;margin-left:50%"), html);
    }

    @Test
    void names_of_features_read_as_words() {
        TraitWords words = new TraitWords(FORMATS, "EUR");
        assertEquals("Orders in 365 days", words.name(ORDERS));
        assertEquals(
                "Orders next 60 days last year",
                words.name(new Feature("orders_next_60d_last_year", FeatureType.NUMERIC, "orders", "Then.")));
        assertEquals(
                "Days since signup date",
                words.name(new Feature("attr_signup_date", FeatureType.NUMERIC, "days", "Since.")));
        assertEquals("€1,200", words.value(new Feature("spent", FeatureType.NUMERIC, "currency", "Money."), 1_200));
    }

    @Test
    void revenue_is_compared_with_the_twelve_months_before() {
        String html = PersonaHtml.of(persona("Regulars", found()), FORMATS);
        assertTrue(html.contains("€2,600 in the last 12 months, +160.0% on the 12 before"), html);
        assertTrue(html.contains("Jul 2024 to Jun 2026"), html);
    }

    @Test
    void too_few_members_are_a_reason_and_no_traits() {
        String html = PersonaHtml.of(persona("Few", new TraitFinding.TooFew(true, 12, 30)), FORMATS);
        assertTrue(html.contains("Too few to tell from chance: 12 in the segment, at least 30 are needed."), html);
        assertFalse(html.contains("persona-traits"), html);
        assertTrue(PersonaHtml.of(persona("Plain", new TraitFinding.Found(List.of(), 96)), FORMATS)
                .contains("members are much like all customers"));
    }

    @Test
    void lines_of_a_text_stay_lines() {
        assertEquals(
                "<p>one<br/>two</p><p>three</p>",
                new Markup().paragraphs("one\r\ntwo\n\nthree\n").toString());
    }

    private static TraitFinding found() {
        return new TraitFinding.Found(
                List.of(new Trait(ORDERS, "", 8.5, 4, 1, 1, 0.001), new Trait(COUNTRY, "PL", 0.2, 0.4, 0.5, 0.4, 0.01)),
                96);
    }

    private static Persona persona(String text, TraitFinding traits) {
        SegmentSummary segment =
                new SegmentSummary("regulars", text, "rule", 3, text, "", 100, OptionalLong.empty(), 12_000, 90);
        List<Quarter> quarters = IntStream.range(0, 8)
                .mapToObj(i -> new Quarter(
                        AS_OF.minusMonths(24 - 3 * i).plusDays(1), AS_OF.minusMonths(21 - 3 * i), 100 + 100 * i, 9_000))
                .toList();
        return new Persona(
                segment,
                AS_OF,
                400,
                50_000,
                "EUR",
                traits,
                quarters,
                List.of(new WordShares(text, new Share(40, 100), new Share(10, 300))),
                List.of(),
                List.of(TypicalMember.rounded(Map.of(ORDERS, 8.0), Map.of(COUNTRY, text))),
                new PersonaText(text, text, text, 1, Optional.empty()));
    }
}
