/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.study;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.study.Research;
import org.segcast.predictive.study.StudyFile;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.study.Stratum;
import org.segcast.webapp.study.Study;
import org.segcast.webapp.study.StudyBook;
import org.segcast.webapp.study.StudyDraft;

/** The founding method, from an objective to segments that are reviewed: what is done, what comes next. */
@Named("studyPage")
@RequestScoped
public class StudyPage {
    private static final String HERE = "/study?faces-redirect=true";

    @Inject
    private StudyBook book;

    @Inject
    private ClusterBook clusters;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private Optional<Study> study = Optional.empty();
    private Optional<StudyFile> file = Optional.empty();
    private StudyForm form;
    private List<StudyDraft.Problem> problems = List.of();
    private String researchProblem = "";

    @PostConstruct
    void look() {
        study = book.current();
        file = book.file();
        form = new StudyForm(study.map(Study::draft).orElse(StudyDraft.USUAL));
    }

    public String draw() {
        problems = visitor.may(Role.MARKETER) ? book.draw(form.draft(), visitor.getName()) : List.of();
        return problems.isEmpty() ? done("Drawn. The file without names is ready.") : "";
    }

    public String join() {
        researchProblem =
                visitor.may(Role.MARKETER) ? book.join(form.getTable()).orElse("") : "";
        return researchProblem.isEmpty() ? done("Joined. The file tells it beside each person.") : "";
    }

    public String takeResearchAway() {
        if (visitor.may(Role.MARKETER)) {
            book.takeResearchAway();
        }
        return done("The market research is taken away.");
    }

    public String remove() {
        if (visitor.may(Role.MARKETER)) {
            book.remove();
        }
        return done("The study, its sample and the key of its pseudonyms are gone.");
    }

    private String done(String words) {
        if (visitor.may(Role.MARKETER)) {
            notices.done(words);
        }
        return HERE;
    }

    public StudyForm getForm() {
        return form;
    }

    /** None before the first run. */
    public Map<String, String> getChoices() {
        return book.choices();
    }

    public boolean isDrawn() {
        return study.isPresent();
    }

    public Study getStudy() {
        return study.orElseThrow();
    }

    public StudyFile getFile() {
        return file.orElseThrow();
    }

    /** Why the file can't be had; empty text where it can. */
    public String getTrouble() {
        return book.trouble().orElse("");
    }

    public boolean isResearched() {
        return study.flatMap(Study::research).isPresent();
    }

    public Research getResearch() {
        return study.flatMap(Study::research).orElseThrow();
    }

    public String getColumns() {
        return String.join(", ", getResearch().columns());
    }

    public boolean isClustered() {
        return clusters.current().isPresent();
    }

    public String name(Stratum stratum) {
        if (stratum.name().isEmpty()) {
            return getStudy().draft().strata().isEmpty() ? "Everybody" : "Not known";
        }
        return RfmSegment.ofKey(stratum.name()).map(RfmSegment::label).orElse(stratum.name());
    }

    public List<StudyDraft.Problem> getProblems() {
        return problems;
    }

    public String getResearchProblem() {
        return researchProblem;
    }
}
