/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import org.segcast.connector.spi.SegcastException.Kind;

/** Every way a host CRM, its settings or the mirror can fail. The code is stable: pages and API clients may key on it. */
public enum ErrorCode {
    SETTINGS_INVALID(Kind.CONFIGURATION),
    ADDRESS_UNREACHABLE(Kind.CONFIGURATION),
    NOT_THIS_CRM(Kind.CONFIGURATION),
    DATABASE_UNKNOWN(Kind.CONFIGURATION),
    LOGIN_REFUSED(Kind.CONFIGURATION),
    RIGHTS_MISSING(Kind.CONFIGURATION),
    MODULE_MISSING(Kind.CONFIGURATION),
    FOLDER_MISSING(Kind.CONFIGURATION),
    FILE_UNREADABLE(Kind.SOURCE),
    RECORD_MISSING(Kind.SOURCE),
    REQUEST_REFUSED(Kind.SOURCE),
    ANSWER_UNREADABLE(Kind.SOURCE),
    ANSWER_TOO_LONG(Kind.SOURCE),
    TIMED_OUT(Kind.TRANSIENT),
    BUSY(Kind.TRANSIENT),
    CONFLICT(Kind.TRANSIENT),
    CONNECTION_LOST(Kind.TRANSIENT),
    MIRROR_FAILED(Kind.DEFECT),
    DEFECT(Kind.DEFECT);

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What was asked for is not installed, or the key's user may not see it: a read may leave it out. */
    public boolean isClosed() {
        return this == MODULE_MISSING || this == RIGHTS_MISSING;
    }
}
