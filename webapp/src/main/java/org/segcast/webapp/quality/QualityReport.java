/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong in the CRM's data.
 *
 * @param asOf the day of the run whose copy was looked through; empty before the first
 * @param findings one for each check, also where nothing was found
 */
public record QualityReport(Optional<LocalDate> asOf, List<QualityFinding> findings) {
    static final QualityReport NONE = new QualityReport(Optional.empty(), List.of());

    public QualityReport {
        findings = List.copyOf(findings);
    }

    public List<QualityFinding> flawed() {
        return findings.stream().filter(finding -> !finding.clean()).toList();
    }

    public List<QualityFinding> clean() {
        return findings.stream().filter(QualityFinding::clean).toList();
    }
}
