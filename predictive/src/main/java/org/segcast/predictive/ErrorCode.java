/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive;

/** What went wrong, stable enough to be looked up, and of which kind it is; retries switch on the kind, never on the text. */
public enum ErrorCode {
    /** A caller broke a documented contract: a wrong order, a negative count, a blank name. */
    CONTRACT_BROKEN(Kind.DEFECT),
    /** Vectors and model were made for different feature schemas. */
    SCHEMA_MISMATCH(Kind.DEFECT),
    /** Two features (of the contacts' attributes) carry one name. */
    DUPLICATE_FEATURE(Kind.CONFIGURATION),
    /** Customers are to be ranked by orders that are not told apart, as those in a currency that the CRM has no more. */
    ORDERS_NOT_MEASURED(Kind.CONFIGURATION),
    /** A stored model cannot be read, or holds something that is no model of ours. */
    MODEL_UNREADABLE(Kind.SOURCE),
    /** The engine failed on a training set that had passed our own checks. */
    TRAINING_FAILED(Kind.DEFECT),
    /** The engine's own folder cannot be made or written. */
    ENGINE_FOLDER_UNUSABLE(Kind.CONFIGURATION),
    /** The warehouse refused a statement: busy, full or gone. */
    WAREHOUSE_FAILED(Kind.TRANSIENT),
    /** A text could not be written to where the caller wanted it. */
    WRITE_FAILED(Kind.TRANSIENT);

    /** Who can do something about it. */
    public enum Kind {
        CONFIGURATION,
        SOURCE,
        TRANSIENT,
        DEFECT
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
