/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.CurrentPlan;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.push.PlanSummary;
import org.segcast.webapp.push.PlanSummary.Sample;
import org.segcast.webapp.push.PlanSummary.TagDifference;
import org.segcast.webapp.security.Role;

/** The differences before they are written, and the button that approves exactly these. */
@Named("pushPage")
@RequestScoped
public class PushPage {
    static final String SCORES = "scores";

    @Inject
    private CurrentPlan current;

    @Inject
    private Connections connections;

    @Inject
    private Runs runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Optional<PlanSummary> plan = Optional.empty();
    private String seen = "";
    private String tag = "";

    @PostConstruct
    void look() {
        plan = current.now();
        seen = plan.map(PlanSummary::fingerprint).orElse("");
    }

    public boolean isPlanned() {
        return plan.filter(differences -> !differences.empty()).isPresent();
    }

    /** Before any run there is nothing to compare. */
    public boolean isUnknown() {
        return plan.isEmpty();
    }

    public PlanSummary getPlan() {
        return plan.orElseThrow();
    }

    public String getCrm() {
        return connections.describe();
    }

    public String getButton() {
        return "Push to " + formats.of(getPlan().contacts(), "contact", "contacts");
    }

    public long getHeld() {
        return getPlan().tags().stream().mapToLong(TagDifference::held).sum();
    }

    public long getAfter() {
        return getPlan().tags().stream().mapToLong(TagDifference::after).sum();
    }

    public long getScores() {
        PlanSummary.ScoreDifference scores = getPlan().scores();
        return scores.added() + scores.changed() + scores.removed();
    }

    public String push() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (runs.push(visitor.getName(), seen) instanceof Runs.Answer.Refused refused) {
            notices.refused(refused.reason());
        }
        return "/push?faces-redirect=true";
    }

    public String getSampleTitle() {
        return chosen().map(TagDifference::name).orElse("Scores");
    }

    public List<Sample> getSample() {
        return chosen().map(TagDifference::sample)
                .orElseGet(() -> getPlan().scores().sample());
    }

    /** The tag asked for, else the one with the most differences; empty where scores were asked for. */
    private Optional<TagDifference> chosen() {
        return getPlan().tags().stream()
                .filter(found -> !tag.equals(SCORES) && found.added() + found.removed() > 0)
                .max((a, b) -> Long.compare(weight(a), weight(b)));
    }

    private long weight(TagDifference difference) {
        return difference.key().equals(tag) ? Long.MAX_VALUE : difference.added() + difference.removed();
    }

    /** The differences that were on the page; approving names them, so that nothing unseen is written. */
    public String getSeen() {
        return seen;
    }

    public void setSeen(String fingerprint) {
        seen = fingerprint;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String key) {
        tag = key;
    }
}
