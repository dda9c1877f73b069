/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import org.segcast.connector.spi.ErrorCode;

/**
 * What a failed answer means, by HTTP status and the error's class name. The answer's message and traceback are dropped here: both quote
 * people's data.
 *
 * @param name last part of the Python class, such as {@code AccessError}; empty text where the body was no JSON
 */
record OdooError(ErrorCode code, int status, String name) {

    /** @param html a JSON-2 route answers JSON even to failures; HTML means that no database, or another program, answered */
    static OdooError of(int status, String pythonName, boolean html) {
        String name = pythonName.substring(pythonName.lastIndexOf('.') + 1);
        return new OdooError(code(status, name, html), status, name);
    }

    /** As JSON-RPC tells it: with HTTP 200 whatever happened. */
    static OdooError rpc(String pythonName) {
        String name = pythonName.substring(pythonName.lastIndexOf('.') + 1);
        ErrorCode code = switch (name) {
            case "AccessDenied" -> ErrorCode.LOGIN_REFUSED;
            case "AccessError" -> ErrorCode.RIGHTS_MISSING;
            case "MissingError", "NotFound" -> absent(name);
            default -> inside(name);
        };
        return new OdooError(code, 200, name);
    }

    /** Before there is a session, PostgreSQL refuses a database that does not exist in the same words as one that is down. */
    OdooError atSignIn() {
        return name.equals("OperationalError") ? new OdooError(ErrorCode.DATABASE_UNKNOWN, status, name) : this;
    }

    private static ErrorCode code(int status, String name, boolean html) {
        return switch (status) {
            case 401 -> ErrorCode.LOGIN_REFUSED;
            case 403 -> html ? ErrorCode.NOT_THIS_CRM : ErrorCode.RIGHTS_MISSING;
            case 404 -> html ? ErrorCode.DATABASE_UNKNOWN : absent(name);
            case 408, 425, 429, 502, 503, 504 -> ErrorCode.BUSY;
            case 500 -> html ? ErrorCode.BUSY : inside(name);
            default -> html || status < 400 ? ErrorCode.NOT_THIS_CRM : ErrorCode.REQUEST_REFUSED;
        };
    }

    private static ErrorCode absent(String name) {
        return name.equals("MissingError") ? ErrorCode.RECORD_MISSING : ErrorCode.MODULE_MISSING;
    }

    private static ErrorCode inside(String name) {
        return switch (name) {
            case "SerializationFailure",
                    "LockNotAvailable",
                    "DeadlockDetected",
                    "TransactionRollbackError",
                    "ConcurrencyError" -> ErrorCode.CONFLICT;
            case "OperationalError", "PoolError" -> ErrorCode.BUSY;
            default -> ErrorCode.REQUEST_REFUSED;
        };
    }

    /** @param tried such as "to call search_read of sale.order" */
    String sentence(String tried, OdooConfig config) {
        String place = config.host() + " (database '" + config.database() + "')";
        return switch (code) {
            case LOGIN_REFUSED ->
                "Odoo refused the login for user '" + config.user() + "' on " + place
                        + ": check the API key, it may be mistyped, deleted or expired";
            case DATABASE_UNKNOWN ->
                "Odoo on " + config.host() + " knows no database '" + config.database()
                        + "': check segcast.odoo.database";
            default -> "Segcast tried " + tried + " on " + place + ": " + found();
        };
    }

    private String found() {
        String answer = "HTTP " + status + (name.isEmpty() ? "" : " " + name);
        return switch (code) {
            case RIGHTS_MISSING ->
                "Odoo denied it to the API key's user: give this user the right, or use another user's key";
            case MODULE_MISSING -> "this Odoo does not know it: install the module it belongs to";
            case RECORD_MISSING -> "a record has been deleted meanwhile: the next sync will notice";
            case CONFLICT -> "others kept changing the same records (" + answer + "): try again later";
            case BUSY -> "Odoo was too busy or restarting (" + answer + "): try again later";
            case NOT_THIS_CRM ->
                "expected Odoo's API, found " + answer + ": check the address, a proxy may stand before it";
            default -> "Odoo refused it (" + answer + "): its own log says more";
        };
    }
}
