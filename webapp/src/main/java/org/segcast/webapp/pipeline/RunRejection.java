/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalInt;
import org.segcast.connector.spi.RejectedRecord;

/** A record that a run left out, and why. */
@Entity
@Table(name = "run_rejection")
public class RunRejection {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "run_id")
    private long runId;

    private String kind;

    @Column(name = "record_id")
    private String recordId;

    private Integer line;
    private String reason;

    protected RunRejection() {}

    RunRejection(long runId, RejectedRecord rejected) {
        this.runId = runId;
        this.kind = rejected.kind().name();
        this.recordId = shortened(rejected.id(), 200);
        this.line = rejected.line().isPresent() ? rejected.line().getAsInt() : null;
        this.reason = shortened(rejected.reason(), 1000);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    public String getKind() {
        return kind;
    }

    public String getRecordId() {
        return recordId;
    }

    public OptionalInt line() {
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }

    public String getReason() {
        return reason;
    }
}
