/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Batch updates. Oro takes a list of records at once, works on it in the background and tells per record what failed; the others are written. Asking for the state costs
 * little, so it is asked for often at first and then less.
 */
final class OroOperation {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ERRORS_PER_PAGE = 500;
    private static final int NOT_FOUND = 404;
    private static final Pattern RECORD = Pattern.compile("/data/([0-9]{1,9})(/.*)?");

    private final OroClient client;
    private final Duration timeout;
    private final HttpPause pause;

    OroOperation(OroClient client, Duration timeout, HttpPause pause) {
        this.client = client;
        this.timeout = timeout;
        this.pause = pause;
    }

    /** @return why records were not taken, by contact */
    Map<String, String> update(List<String> contacts, List<Map<String, Object>> records) {
        OroDocument taken = client.patch("contacts", Map.of("data", records));
        String id = taken.data().stream()
                .map(OroResource::id)
                .findFirst()
                .orElseThrow(() -> new SegcastException(
                        ErrorCode.ANSWER_UNREADABLE, "Oro took a batch update without telling its number"));
        OroResource done = finished(id);
        return errors(done) == 0 ? Map.of() : refused(id, contacts);
    }

    private OroResource finished(String id) {
        Duration waited = Duration.ZERO;
        Duration wait = FIRST;
        while (true) {
            OroResource operation =
                    client.get(OroQuery.of("asyncoperations/" + id)).data().get(0);
            String status = operation.text("status").orElse("");
            switch (status) {
                case "success" -> {
                    return operation;
                }
                case "new", "running" -> {
                    if (waited.compareTo(timeout) >= 0) {
                        throw unfinished(id, status);
                    }
                }
                default ->
                    throw new SegcastException(
                            ErrorCode.REQUEST_REFUSED,
                            "Oro ended its batch update " + id + " with the state '" + status
                                    + "': its log, or System, Jobs, says why");
            }
            rest(wait);
            waited = waited.plus(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
        }
    }

    private SegcastException unfinished(String id, String status) {
        String found = status.equals("new")
                ? "has not begun: Oro's message queue consumer may not be running (oro:message-queue:consume)"
                : "is still at work: Oro may be overloaded, or segcast.oro.batch-timeout too short";
        return new SegcastException(
                ErrorCode.TIMED_OUT,
                "Oro took the batch update " + id + ", but after " + timeout.toSeconds() + " s it " + found);
    }

    private void rest(Duration time) {
        try {
            pause.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for Oro");
        }
    }

    private static int errors(OroResource operation) {
        return operation.attributes().get("summary") instanceof JsonObject summary
                ? summary.getInt("errorCount", 0)
                : 0;
    }

    private Map<String, String> refused(String id, List<String> contacts) {
        Map<String, String> reasons = new HashMap<>();
        List<OroResource> page;
        int number = 1;
        do {
            OroQuery query = OroQuery.of("asyncoperations/" + id + "/errors").size(ERRORS_PER_PAGE);
            page = client.get(query.number(number++)).data();
            page.forEach(error -> reasons.putIfAbsent(contact(error, contacts), reason(error)));
        } while (page.size() == ERRORS_PER_PAGE);
        return reasons;
    }

    /** @throws SegcastException where the error is about no record: then nobody knows what was written */
    private static String contact(OroResource error, List<String> contacts) {
        Matcher pointer = RECORD.matcher(pointer(error));
        if (pointer.matches() && Integer.parseInt(pointer.group(1)) < contacts.size()) {
            return contacts.get(Integer.parseInt(pointer.group(1)));
        }
        throw new SegcastException(
                ErrorCode.REQUEST_REFUSED,
                "Oro refused a batch update as a whole (" + title(error) + "): its log says more");
    }

    private static String pointer(OroResource error) {
        return error.attributes().get("source") instanceof JsonObject source ? source.getString("pointer", "") : "";
    }

    private static String title(OroResource error) {
        return error.text("title")
                .filter(text -> text.matches("[a-z0-9 ]{1,60}"))
                .orElse("without a reason");
    }

    private static String reason(OroResource error) {
        boolean gone = error.attributes().get("status") instanceof JsonNumber status && status.intValue() == NOT_FOUND;
        String field = Optional.of(pointer(error).replaceFirst("^/data/[0-9]+", ""))
                .filter(path -> path.matches("/attributes/[A-Za-z0-9_]{1,60}"))
                .map(path -> " at " + path.substring("/attributes/".length()))
                .orElse("");
        return gone ? OroBatch.GONE : "Oro refused to change this contact: " + title(error) + field;
    }
}
