/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.quality.DataQuality;
import org.segcast.webapp.quality.QualityFinding;
import org.segcast.webapp.quality.QualityReport;
import org.segcast.webapp.warehouse.Flaw;

/** What is wrong in the CRM's data, with examples to be mended there. */
@Named("qualityPage")
@RequestScoped
public class QualityPage {
    @Inject
    private DataQuality quality;

    @Inject
    private Formats formats;

    private QualityReport report;
    private Map<String, String> names;

    @PostConstruct
    void look() {
        report = quality.report();
        names = quality.names(report);
    }

    public boolean isLooked() {
        return report.asOf().isPresent();
    }

    public List<QualityFinding> getFlawed() {
        return report.flawed();
    }

    /** The answer before the evidence. */
    public String getSummary() {
        int flawed = report.flawed().size();
        return (flawed == 0 ? "Nothing wrong was found" : formats.of(flawed, "flaw was", "flaws were") + " found")
                + " as of " + formats.day(report.asOf().orElseThrow()) + ".";
    }

    /** What was looked for in vain. */
    public String getClean() {
        return report.clean().stream()
                .map(finding -> finding.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** How many have it, of how many. */
    public String extent(QualityFinding finding) {
        boolean contacts = finding.flaw().of() == Flaw.Of.CONTACTS;
        return formats.count(finding.records()) + " of "
                + (contacts
                        ? formats.of(finding.of(), "contact", "contacts")
                        : formats.of(finding.of(), "order", "orders"))
                + " (" + formats.share(finding.records(), finding.of()) + ")"
                + (contacts ? "" : ", placed by " + formats.of(finding.contacts(), "contact", "contacts"));
    }

    /** The name, or the CRM's id of somebody without one. */
    public String name(QualityFinding.Example example) {
        String name = names.getOrDefault(example.contactId(), "");
        return name.isBlank() ? "Contact " + example.contactId() : name;
    }

    public boolean linked(QualityFinding.Example example) {
        return example.crmPage().isPresent();
    }

    public String crmPage(QualityFinding.Example example) {
        return example.crmPage().orElseThrow().toString();
    }
}
