/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.ModelReport.Evaluation;
import org.segcast.webapp.model.ModelReport.Weight;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.page.chart.CalibrationChart;
import org.segcast.webapp.page.chart.GainsChart;
import org.segcast.webapp.page.format.Formats;

/** One model: trust it or not. */
@Named("modelPage")
@RequestScoped
public class ModelPage {
    @Inject
    private Models models;

    @Inject
    private Formats formats;

    private String id = "";
    private Optional<ModelReport> report = Optional.empty();

    /** Called once the address was read. */
    public void open() {
        report = models.find(id);
        if (report.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public boolean isFound() {
        return report.isPresent();
    }

    public ModelReport getReport() {
        return report.orElseThrow();
    }

    public boolean isTested() {
        return getReport().evaluation().isPresent();
    }

    public Evaluation getTest() {
        return getReport().evaluation().orElseThrow();
    }

    /** What the lift means, in two sentences. */
    public String getAnswer() {
        return "In the top tenth by score there are "
                + formats.decimal(getTest().lift(), 1)
                + " times as many buyers as by chance. The simple rule, “"
                + getTest().rule() + "”, finds " + formats.decimal(getTest().ruleLift(), 1) + " times as many.";
    }

    /** How sure that is. */
    public String getEvidence() {
        Evaluation test = getTest();
        String interval = test.ratioLow().isPresent() && test.ratioHigh().isPresent()
                ? " 90% interval of model over rule: "
                        + formats.decimal(test.ratioLow().getAsDouble(), 2) + " to "
                        + formats.decimal(test.ratioHigh().getAsDouble(), 2) + '.'
                : "";
        return "Measured on " + formats.of(test.testCustomers(), "customer", "customers")
                + " the model had never seen, " + formats.count(test.responders()) + " of whom ordered between "
                + formats.date(test.cutOff()) + " and " + formats.date(test.until()) + '.' + interval;
    }

    public String getGains() {
        return new GainsChart(getTest(), formats).draw();
    }

    public CalibrationChart getCalibration() {
        return new CalibrationChart(getTest().calibration(), formats);
    }

    public List<WeightBar> getWeights() {
        return WeightBar.of(getReport().weights());
    }

    /** Measures that are not drawn because they hardly count. */
    public int getOtherWeights() {
        List<Weight> all = getReport().weights();
        return all.size() - Math.min(all.size(), WeightBar.MOST);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
