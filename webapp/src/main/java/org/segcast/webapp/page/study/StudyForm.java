/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.study;

import org.segcast.webapp.study.StudyDraft;

/** What somebody enters. */
public final class StudyForm {
    private String objective;
    private String strata;
    private int confidence;
    private String margin;
    private String table = "";

    StudyForm(StudyDraft draft) {
        objective = draft.objective();
        strata = draft.strata();
        confidence = draft.confidence();
        margin = draft.margin() == Math.rint(draft.margin())
                ? Long.toString((long) draft.margin())
                : Double.toString(draft.margin());
    }

    /** A margin that no number can be read from is refused as not a number. */
    StudyDraft draft() {
        return new StudyDraft(objective.strip(), strata, confidence, number(margin), StudyDraft.USUAL.seed());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    public String getObjective() {
        return objective;
    }

    public void setObjective(String objective) {
        this.objective = objective;
    }

    public String getStrata() {
        return strata;
    }

    public void setStrata(String strata) {
        this.strata = strata;
    }

    public int getConfidence() {
        return confidence;
    }

    public void setConfidence(int confidence) {
        this.confidence = confidence;
    }

    public String getMargin() {
        return margin;
    }

    public void setMargin(String margin) {
        this.margin = margin;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }
}
