/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.page.format.Formats;

/** What the latest training came to, for all customers and each segment. */
@Named("modelsPage")
@RequestScoped
public class ModelsPage {
    @Inject
    private Models models;

    @Inject
    private Formats formats;

    private List<ModelReport> all = List.of();

    @PostConstruct
    void look() {
        all = models.latest();
    }

    public List<ModelReport> getAll() {
        return all;
    }

    /** The answer before the evidence. */
    public String getSummary() {
        long used = all.stream()
                .filter(report -> report.outcome().equals("published"))
                .count();
        return all.isEmpty()
                ? "Models tell how likely the next order is. Each is tested on customers it never saw."
                : formats.of(used, "model is", "models are") + " in use, trained as of "
                        + formats.day(all.get(0).asOf()) + ". Each was tested on customers it had never seen.";
    }

    public String lift(ModelReport report) {
        return report.evaluation()
                .map(evaluation -> formats.times(evaluation.lift()))
                .orElse(Formats.MISSING);
    }

    public String ruleLift(ModelReport report) {
        return report.evaluation()
                .map(evaluation -> formats.times(evaluation.ruleLift()))
                .orElse(Formats.MISSING);
    }

    public String tested(ModelReport report) {
        return report.evaluation()
                .map(evaluation -> formats.count(evaluation.testCustomers()))
                .orElse(Formats.MISSING);
    }

    public String responded(ModelReport report) {
        return report.evaluation()
                .map(evaluation -> formats.percent(evaluation.baseRate()))
                .orElse(Formats.MISSING);
    }
}
