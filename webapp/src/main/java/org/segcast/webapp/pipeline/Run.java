/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One execution of a job, restarts included. While it is not over it holds the only active slot, so no second run can start. */
@Entity
@Table(name = "pipeline_run")
public class Run {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private RunKind kind;

    private String source;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    private RunState state;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "batch_execution")
    private Long batchExecution;

    @Column(name = "approved_plan")
    private String approvedPlan;

    @Column(name = "of_push")
    private Long ofPush;

    private String message;

    @Column(name = "active_slot")
    private Integer activeSlot;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "run_step", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "place")
    private List<RunStep> steps = new ArrayList<>();

    protected Run() {}

    Run(RunKind kind, String source, String startedBy, LocalDate asOf, Optional<String> approvedPlan, Instant now) {
        this.kind = kind;
        this.source = source;
        this.startedBy = startedBy;
        this.asOf = asOf;
        this.approvedPlan = approvedPlan.orElse(null);
        this.state = RunState.STARTING;
        this.startedAt = now;
        this.activeSlot = 1;
        kind.steps().forEach(name -> steps.add(new RunStep(name)));
    }

    void undoes(long push) {
        ofPush = push;
    }

    void executeAs(long execution) {
        batchExecution = execution;
    }

    void approve(String plan) {
        approvedPlan = plan;
    }

    void begin() {
        state = RunState.STARTED;
    }

    /** Makes an ended run active again, before its job is restarted. */
    void reopen() {
        state = RunState.STARTING;
        endedAt = null;
        message = null;
        activeSlot = 1;
    }

    void end(RunState how, String what, Instant now) {
        state = how;
        message = what.length() > RunStep.LONGEST_MESSAGE ? what.substring(0, RunStep.LONGEST_MESSAGE) : what;
        endedAt = now;
        activeSlot = null;
    }

    RunStep step(String name) {
        return steps.stream()
                .filter(step -> step.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public long getId() {
        return id;
    }

    public RunKind getKind() {
        return kind;
    }

    public String getStartedBy() {
        return startedBy;
    }

    public LocalDate getAsOf() {
        return asOf;
    }

    public RunState getState() {
        return state;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public List<RunStep> getSteps() {
        return List.copyOf(steps);
    }

    public String getMessage() {
        return message == null ? "" : message;
    }

    /** Which CRM it was a run over. */
    public String source() {
        return source;
    }

    Optional<Long> batchExecution() {
        return Optional.ofNullable(batchExecution);
    }

    /** The run whose push this one undoes. */
    public Optional<Long> ofPush() {
        return Optional.ofNullable(ofPush);
    }

    Optional<String> approvedPlan() {
        return Optional.ofNullable(approvedPlan);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** How long the run took; empty before its end. */
    public Optional<Duration> duration() {
        return endedAt().map(end -> Duration.between(startedAt, end));
    }
}
