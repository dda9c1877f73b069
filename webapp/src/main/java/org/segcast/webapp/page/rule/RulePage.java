/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.registry.RuleMatch;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.RuleProblem;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.webapp.dashboard.Dashboard;
import org.segcast.webapp.dashboard.DashboardFigures;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.rule.RuleAnswer;
import org.segcast.webapp.rule.RuleDefinition;
import org.segcast.webapp.rule.RuleDraft;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.security.Role;

/** Describes a segment by a rule and shows at every change whom it finds. */
@Named("rulePage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class RulePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int EXAMPLES = 4;
    static final int COLOURS = 10;

    @Inject
    private RuleSegments rules;

    @Inject
    private RuleChoices choices;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    @Inject
    private Dashboard dashboard;

    private String key = "";
    private boolean found = true;
    private String name = "";
    private int colour = 1;
    private boolean tagged = true;
    private RuleNode head = RuleNode.group(false);
    private int skipped;
    private transient RuleFigures figures;
    private transient List<RuleLine> lines;

    /** A bar of those who fit, by RFM segment. */
    public record Where(RfmSegment segment, long count, double width) {
        public String name() {
            return segment.label();
        }

        public int colour() {
            return segment.colourSlot();
        }
    }

    /** A rule that is worth beginning with. */
    @PostConstruct
    void begin() {
        RuleNode first = RuleNode.condition();
        first.setValue("1000");
        first.setDays("365");
        head.children().add(first);
    }

    /** Called once the address was read. */
    public void open() {
        if (key.isEmpty()) {
            colour = rules.all().size() % COLOURS + 1;
            return;
        }
        Optional<RuleDefinition> definition = rules.find(key);
        found = definition.isPresent();
        definition.ifPresent(this::show);
        if (!found) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void show(RuleDefinition definition) {
        name = definition.name();
        colour = definition.colour();
        tagged = definition.tagged();
        head = RuleReading.node(definition.rule());
    }

    public void add(RuleLine line) {
        RuleNode added = RuleNode.condition();
        added.setSubject(RuleNode.PURCHASES + PurchaseMeasure.ORDERS.words());
        added.setValue("1");
        line.node().children().add(added);
        changed();
    }

    public void addGroup(RuleLine line) {
        RuleNode group = RuleNode.group(!line.node().isAny());
        line.node().children().add(group);
        add(new RuleLine(group, line.node(), 0, "", line.depth() + 1));
    }

    public void remove(RuleLine line) {
        line.above().children().remove(line.node());
        changed();
    }

    /** Another measure needs another value. */
    public void subjectChanged(RuleLine line) {
        RuleNode node = line.node();
        boolean word = choices.isWord(node);
        node.setIs(word ? "in" : Comparison.AT_LEAST.sign());
        node.setValue(word ? "" : node.isOfSegment() ? RfmSegment.CHAMPIONS.key() : "1");
        changed();
    }

    /** Something was changed: count anew. */
    public void changed() {
        figures = null;
        lines = null;
        skipped = 0;
    }

    public void otherExamples() {
        skipped += EXAMPLES;
        figures = null;
    }

    public String save() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        changed();
        Optional<SegmentRule> rule = figures().rule();
        if (rule.isEmpty()) {
            notices.refused("Some conditions can't be read yet: see below.");
            return "";
        }
        RuleDraft draft = new RuleDraft(name, colour, tagged, rule.get());
        RuleAnswer answer =
                key.isEmpty() ? rules.add(draft, visitor.getName()) : rules.change(key, draft, visitor.getName());
        if (answer instanceof RuleAnswer.Refused refused) {
            refused.problems().forEach(this::refuse);
            return "";
        }
        if (answer instanceof RuleAnswer.Kept kept) {
            notices.done("Saved. '" + kept.definition().name() + "' fills with the next run.");
        }
        return "/segments?faces-redirect=true";
    }

    private void refuse(RuleProblem problem) {
        if (problem.path().equals("name")) {
            notices.refused("name", problem.text());
        } else if (figures().problems().isEmpty()) {
            notices.refused(problem.text());
        }
    }

    public String delete() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (rules.remove(key) instanceof RuleAnswer.Refused refused) {
            notices.refused(refused.problems().get(0).text());
            return "";
        }
        notices.done("Removed. Its members and tags go with the next run and push.");
        return "/segments?faces-redirect=true";
    }

    public List<RuleLine> getLines() {
        if (lines == null) {
            lines = RuleTree.lines(head);
        }
        return lines;
    }

    private RuleFigures figures() {
        if (figures == null) {
            figures = RuleFigures.of(head, key.isEmpty() ? Optional.empty() : Optional.of(key), rules);
        }
        return figures;
    }

    public String problem(RuleLine line) {
        return figures().problems().getOrDefault(line.path(), "");
    }

    /** How many are left after a line, or fit it where any will do; empty text while something is wrong. */
    public String left(RuleLine line) {
        return Optional.ofNullable(figures().left().get(line.path()))
                .map(formats::count)
                .orElse("");
    }

    public boolean isCounted() {
        return figures().match().isPresent();
    }

    public RuleMatch getMatch() {
        return figures().match().orElseThrow();
    }

    /** Largest first. */
    public List<Where> getWhere() {
        Map<String, Long> rfm = getMatch().rfm();
        long largest = rfm.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return Arrays.stream(RfmSegment.values())
                .filter(segment -> rfm.containsKey(segment.key()))
                .map(segment -> new Where(segment, rfm.get(segment.key()), 100.0 * rfm.get(segment.key()) / largest))
                .sorted((one, other) -> Long.compare(other.count(), one.count()))
                .toList();
    }

    public Collection<Map.Entry<String, String>> getExamples() {
        SegmentRule rule = figures().rule().orElseThrow();
        Map<String, String> some = rules.examples(rule, skipped, EXAMPLES);
        if (some.isEmpty() && skipped > 0) {
            skipped = 0;
            some = rules.examples(rule, skipped, EXAMPLES);
        }
        return List.copyOf(some.entrySet());
    }

    public boolean isMoreExamples() {
        return getMatch().matching() > EXAMPLES;
    }

    public String getWords() {
        return figures().rule().map(rules::words).orElse("");
    }

    /** Whether there is anything to describe people by yet. */
    public boolean isReady() {
        return !rules.measures().isEmpty();
    }

    public String getCurrency() {
        return dashboard.figures().map(DashboardFigures::currency).orElse("");
    }

    public String getHeading() {
        return key.isEmpty() ? "New rule segment" : name;
    }

    public boolean isFound() {
        return found;
    }

    public boolean isUnsaved() {
        return key.isEmpty();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public int getColour() {
        return colour;
    }

    public void setColour(int colour) {
        this.colour = colour;
    }

    public boolean isTagged() {
        return tagged;
    }

    public void setTagged(boolean tagged) {
        this.tagged = tagged;
    }
}
