/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.overview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.dashboard.Dashboard;
import org.segcast.webapp.dashboard.DashboardFigures;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.page.chart.FlowChart;
import org.segcast.webapp.page.chart.HeatShades;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.CurrentPlan;
import org.segcast.webapp.push.PlanSummary;

/** The first page. */
@Named("dashboardPage")
@RequestScoped
public class DashboardPage {
    @Inject
    private Dashboard dashboard;

    @Inject
    private CurrentPlan current;

    @Inject
    private Models models;

    @Inject
    private AttentionList attention;

    @Inject
    private Formats formats;

    private Optional<DashboardFigures> figures = Optional.empty();
    private Optional<PlanSummary> plan = Optional.empty();
    private List<ModelReport> reports = List.of();
    private List<Attention> waiting = List.of();

    @PostConstruct
    void look() {
        figures = dashboard.figures();
        plan = current.now();
        reports = models.latest();
        waiting = attention.now(reports);
    }

    public boolean isReady() {
        return figures.isPresent();
    }

    /** Whether a run went through and the CRM held nobody. */
    public boolean isNobody() {
        return !isReady() && dashboard.nobody();
    }

    /** Whether there are contacts, none of whom ever ordered. */
    public boolean isOrderless() {
        return figures.filter(found -> found.customers() == 0).isPresent();
    }

    public DashboardFigures getFigures() {
        return figures.orElseThrow();
    }

    public boolean isPlanned() {
        return plan.filter(differences -> !differences.empty()).isPresent();
    }

    public PlanSummary getPlan() {
        return plan.orElseThrow();
    }

    public List<ModelReport> getReports() {
        return reports;
    }

    public List<Attention> getWaiting() {
        return waiting;
    }

    public int shade(long count) {
        return new HeatShades(getFigures().heat()).step(count);
    }

    public FlowChart getFlow() {
        return new FlowChart(getFigures().moves(), formats);
    }

    public double getRevenueChange() {
        return getFigures().revenue() - getFigures().revenueBefore();
    }
}
