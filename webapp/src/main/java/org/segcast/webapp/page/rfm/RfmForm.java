/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.webapp.rfm.RfmDraft;

/** The settings as the page holds them: texts, and a grid of cells. */
public final class RfmForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private int ranks;
    private String orders;
    private String frequencyWindow;
    private String monetaryWindow;
    private boolean byHand;
    private String recency = "";
    private String frequency = "";
    private String monetary = "";
    private List<List<RfmCell>> rows;

    RfmForm(RfmDraft draft) {
        ranks = draft.ranks();
        orders = draft.orders();
        frequencyWindow = draft.frequencyWindow();
        monetaryWindow = draft.monetaryWindow();
        byHand = draft.thresholds().isPresent();
        draft.thresholds().ifPresent(told -> {
            recency = text(told.recency());
            frequency = text(told.frequency());
            monetary = text(told.monetary());
        });
        lay(draft.grid());
    }

    /** Numbers that no number can be read from count as not a number, which the check refuses with the field's name. */
    RfmDraft draft() {
        return new RfmDraft(
                ranks,
                orders,
                frequencyWindow,
                monetaryWindow,
                byHand
                        ? Optional.of(new RfmDraft.Thresholds(numbers(recency), numbers(frequency), numbers(monetary)))
                        : Optional.empty(),
                rows.stream()
                        .map(row -> row.stream().map(RfmCell::getKey).toList())
                        .toList());
    }

    void lay(List<List<String>> grid) {
        int size = grid.size();
        rows = IntStream.range(0, size)
                .<List<RfmCell>>mapToObj(row -> new ArrayList<>(IntStream.range(0, size)
                        .mapToObj(column -> new RfmCell(
                                "Recency rank " + (size - row) + ", frequency and money rank " + (column + 1),
                                grid.get(row).get(column)))
                        .toList()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Thresholds to begin with: where quantiles are now, as a person would write them. */
    void begin(RfmCutPoints quantiles) {
        recency = text(rounded(quantiles.recency()));
        frequency = text(rounded(quantiles.frequency()));
        monetary = text(rounded(quantiles.monetary()));
    }

    private static List<Double> rounded(List<Double> numbers) {
        return numbers.stream().map(number -> (double) Math.round(number)).toList();
    }

    private static String text(List<Double> numbers) {
        return numbers.stream()
                .map(number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.strip().split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.matches("-?[0-9]{1,12}(\\.[0-9]{1,15})?") ? Double.valueOf(part) : Double.NaN)
                .toList();
    }

    public int getRanks() {
        return ranks;
    }

    public void setRanks(int ranks) {
        this.ranks = ranks;
    }

    public String getOrders() {
        return orders;
    }

    public void setOrders(String key) {
        orders = key;
    }

    public String getFrequencyWindow() {
        return frequencyWindow;
    }

    public void setFrequencyWindow(String key) {
        frequencyWindow = key;
    }

    public String getMonetaryWindow() {
        return monetaryWindow;
    }

    public void setMonetaryWindow(String key) {
        monetaryWindow = key;
    }

    public boolean isByHand() {
        return byHand;
    }

    public void setByHand(boolean byHand) {
        this.byHand = byHand;
    }

    public String getRecency() {
        return recency;
    }

    public void setRecency(String days) {
        recency = days;
    }

    public String getFrequency() {
        return frequency;
    }

    public void setFrequency(String orders) {
        frequency = orders;
    }

    public String getMonetary() {
        return monetary;
    }

    public void setMonetary(String amounts) {
        monetary = amounts;
    }

    public List<List<RfmCell>> getRows() {
        return rows;
    }
}
