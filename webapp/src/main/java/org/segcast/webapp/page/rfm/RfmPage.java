/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rfm;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.segcast.predictive.rfm.RfmGrid;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rfm.RfmWindow;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.rfm.RfmDraft;
import org.segcast.webapp.rfm.RfmPreview;
import org.segcast.webapp.rfm.RfmProblem;
import org.segcast.webapp.security.Role;

/** Sets how customers are ranked and what the ranks are called, always beside what that would make of today's customers. */
@Named("rfmPage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class RfmPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RfmBook book;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private RfmForm form;
    private transient Optional<RfmPreview> preview;

    @PostConstruct
    void look() {
        form = new RfmForm(RfmDraft.of(book.wanted()));
    }

    /** Called where the number of ranks was changed: the grid is the usual one of that size. */
    public void resized() {
        form.lay(RfmDraft.of(usual()).grid());
        fresh();
    }

    /** Called where somebody switches between quantiles and thresholds: what quantiles are now is a start. */
    public void switched() {
        if (form.isByHand() && form.getRecency().isBlank()) {
            book.preview(usual()).ifPresent(found -> form.begin(found.cutPoints()));
        }
        fresh();
    }

    /** Forgets what was counted before a change. */
    public void fresh() {
        preview = null;
    }

    public String save() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        List<RfmProblem> problems = book.keep(form.draft(), visitor.getName());
        if (!problems.isEmpty()) {
            return "";
        }
        notices.done("Saved. The next run sorts customers so.");
        return "/segments?faces-redirect=true";
    }

    public void useUsual() {
        form = new RfmForm(RfmDraft.of(RfmSettings.USUAL));
        fresh();
    }

    public RfmForm getForm() {
        return form;
    }

    public List<RfmProblem> getProblems() {
        return book.problems(form.draft());
    }

    /** None before the first run, or while something is wrong. */
    public List<RfmPreview> getPreview() {
        if (preview == null) {
            RfmDraft draft = form.draft();
            preview = book.problems(draft).isEmpty() ? book.preview(draft.settings()) : Optional.empty();
        }
        return preview.stream().toList();
    }

    public boolean isWaiting() {
        return book.waits();
    }

    public List<Integer> getSizes() {
        return IntStream.rangeClosed(RfmSettings.LEAST_RANKS, RfmSettings.MOST_RANKS)
                .boxed()
                .toList();
    }

    public List<RfmOrders> getOrders() {
        return book.choices();
    }

    public List<RfmWindow> getWindows() {
        return Arrays.asList(RfmWindow.values());
    }

    /** The segments that customers can be in. */
    public List<RfmSegment> getSegments() {
        return Arrays.stream(RfmSegment.values())
                .filter(segment -> segment != RfmSegment.PROSPECTS)
                .toList();
    }

    /** More or fewer than now, with its sign. */
    public String difference(RfmPreview.Size size) {
        return formats.signed(size.then() - size.now());
    }

    private RfmSettings usual() {
        return new RfmSettings(
                form.getRanks(),
                RfmOrders.ofKey(form.getOrders()).orElse(RfmOrders.ALL),
                RfmWindow.ofKey(form.getFrequencyWindow()).orElse(RfmWindow.LIFETIME),
                RfmWindow.ofKey(form.getMonetaryWindow()).orElse(RfmWindow.LIFETIME),
                Optional.empty(),
                RfmGrid.usual(form.getRanks()));
    }
}
