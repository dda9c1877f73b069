/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.lifetime.check.FrequencyGroup;
import org.segcast.webapp.contact.ContactPortrait.PlacedOrder;
import org.segcast.webapp.dashboard.DashboardFigures.Move;
import org.segcast.webapp.model.ModelReport.CalibrationBin;
import org.segcast.webapp.model.ModelReport.Evaluation;
import org.segcast.webapp.model.ModelReport.GainPoint;
import org.segcast.webapp.page.format.Formats;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 3);
    private final Formats formats =
            new Formats(Locale.UK, ZoneOffset.UTC, Clock.fixed(Instant.parse("2025-06-03T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void draws_a_band_per_move_and_sums_the_movers() throws Exception {
        FlowChart flow = new FlowChart(
                List.of(new Move("Loyal", 1, "Rescue", 6, 86), new Move("New", 4, "Rescue", 6, 58)), formats);

        Document drawing = parsed(flow.draw());

        assertEquals(144, flow.movers());
        assertEquals(2 * 2, drawing.getElementsByTagName("path").getLength());
        assertTrue(flow.draw().contains("144 customers moved between segments. Rescue gained 144."), flow.draw());
    }

    @Test
    void draws_a_dot_and_an_interval_for_each_figure_and_says_them_in_words() throws Exception {
        String drawn = new IntervalChart(
                        "Gain",
                        List.of(
                                new IntervalChart.Line("RFM", 0.043, 0.031, 0.052, "var(--data)"),
                                new IntervalChart.Line("Coin", -0.001, -0.004, 0.002, "var(--data)")),
                        formats)
                .draw();

        assertEquals(2 * 2, parsed(drawn).getElementsByTagName("circle").getLength());
        assertTrue(
                drawn.contains("Gain, with intervals: RFM: 0.043 (0.031 to 0.052); Coin: −0.001 (−0.004 to 0.002)."),
                drawn);
    }

    @Test
    void draws_what_came_beside_what_was_expected_of_each_frequency() throws Exception {
        String drawn = new FrequencyChart(
                        List.of(new FrequencyGroup(0, 1, 0.25, 0.2, 0), new FrequencyGroup(7, 64, 6.36, 5.85, 12.4)),
                        formats)
                .draw();

        assertEquals(2 * 2, parsed(drawn).getElementsByTagName("circle").getLength());
        assertTrue(
                drawn.contains(
                        "1 customer who had ordered again 0 times: 0.25 came, 0.20 expected, 0.00 at the rate before;"
                                + " 64 customers who had ordered again 7 times or more: 6.36 came, 5.85 expected, 12.40 at the rate before."),
                drawn);
        assertEquals("", new FrequencyChart(List.of(), formats).draw());
        String nothing = new FrequencyChart(List.of(new FrequencyGroup(0, 9, 0, 0, 0)), formats).draw();
        parsed(nothing);
        assertFalse(nothing.contains("NaN"), nothing);
    }

    @Test
    void draws_figures_that_are_all_zero_inside_the_picture() throws Exception {
        String drawn = new IntervalChart(
                        "Gain", List.of(new IntervalChart.Line("None", 0, 0, 0, "var(--data)")), formats)
                .draw();

        parsed(drawn);
        assertFalse(drawn.contains("NaN"), drawn);
        assertEquals("", new IntervalChart("Gain", List.of(), formats).draw());
    }

    @Test
    void escapes_names_that_hold_markup() throws Exception {
        String drawn = new FlowChart(List.of(new Move("<script>alert(1)</script>", 1, "\"&'", 2, 1)), formats).draw();

        parsed(drawn);
        assertFalse(drawn.contains("<script"), drawn);
        assertTrue(drawn.contains("&lt;script&gt;"), drawn);
    }

    @Test
    void draws_a_stem_per_order_with_its_date_and_amount() throws Exception {
        String drawn = new OrderStems(
                        List.of(order("B", TODAY.minusDays(96), 132), order("A", LocalDate.of(2023, 7, 2), 96.5)),
                        TODAY,
                        formats)
                .draw();

        assertEquals(2 * 2, parsed(drawn).getElementsByTagName("circle").getLength());
        assertTrue(drawn.contains("2 July 2023: €96.50"), drawn);
        assertTrue(drawn.contains("2 orders from 2 July 2023 to 27 February 2025."), drawn);
    }

    @Test
    void draws_one_order_of_today_inside_the_picture() throws Exception {
        String drawn = new OrderStems(List.of(order("A", TODAY, 0)), TODAY, formats).draw();

        parsed(drawn);
        assertFalse(drawn.contains("NaN"), drawn);
    }

    @Test
    void draws_nothing_without_orders() {
        assertEquals("", new OrderStems(List.of(), TODAY, formats).draw());
    }

    @Test
    void says_how_many_the_top_fifth_holds() throws Exception {
        List<GainPoint> gains = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> new GainPoint(i / 10.0, Math.min(1, i / 4.0), Math.min(1, i / 6.0)))
                .toList();

        String drawn = new GainsChart(evaluation(gains, List.of()), formats).draw();

        parsed(drawn);
        assertTrue(drawn.contains("top 20% of customers reaches 37 of 73 who ordered with the model"), drawn);
    }

    @Test
    void counts_the_groups_whose_interval_holds_the_forecast() throws Exception {
        CalibrationChart chart = new CalibrationChart(
                List.of(new CalibrationBin(0.1, 0.11, 0.05, 0.2, 50), new CalibrationBin(0.4, 0.2, 0.1, 0.3, 50)),
                formats);

        parsed(chart.draw());
        assertEquals(1, chart.honest());
    }

    @Test
    void shades_the_fewest_and_the_most_at_the_ends() {
        HeatShades shades = new HeatShades(List.of(List.of(0L, 1_098L), List.of(32L, 448L)));

        assertEquals(1, shades.step(0));
        assertEquals(2, shades.step(32));
        assertEquals(7, shades.step(1_098));
        assertEquals(1, new HeatShades(List.of()).step(5));
    }

    private static PlacedOrder order(String id, LocalDate date, double amount) {
        return new PlacedOrder(id, date, amount, "EUR", false, Optional.empty(), List.of());
    }

    private static Evaluation evaluation(List<GainPoint> gains, List<CalibrationBin> bins) {
        return new Evaluation(
                484,
                73,
                0.15,
                0.76,
                0.4,
                0.5,
                0.1,
                3,
                1.9,
                "most recent order first",
                OptionalDouble.of(1.1),
                OptionalDouble.of(1.9),
                TODAY.minusDays(60),
                TODAY,
                gains,
                bins);
    }

    private static Document parsed(String drawings) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + drawings + "</div>")));
    }
}
