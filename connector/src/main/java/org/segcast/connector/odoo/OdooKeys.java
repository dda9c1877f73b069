/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** The API keys with an end of the user behind the key in use. An administrator may read everybody's; those of others are left out. */
final class OdooKeys {
    private static final String MODEL = "res.users.apikeys";

    private final OdooClient client;

    /** @param name as its owner called it */
    record Ending(String name, Instant end) {
        LocalDate day() {
            return LocalDate.ofInstant(end, ZoneOffset.UTC);
        }
    }

    OdooKeys(OdooClient client) {
        this.client = client;
    }

    /** The first to run out from now on. */
    Optional<LocalDate> firstEnd(Instant now) {
        return ending().stream()
                .filter(key -> !key.end().isBefore(now))
                .min(Comparator.comparing(Ending::end))
                .map(Ending::day);
    }

    /** Those that open the whole API, also ones that ran out and were not cleared away yet; none where keys have no end or may not be read. */
    List<Ending> ending() {
        if (!client.version().keysEnd()) {
            return List.of();
        }
        try {
            return read();
        } catch (SegcastException e) {
            if (e.code() == ErrorCode.RIGHTS_MISSING) {
                return List.of();
            }
            throw e;
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new SegcastException(
                    ErrorCode.ANSWER_UNREADABLE,
                    "Odoo was asked when the user's API keys run out and answered with something else",
                    e);
        }
    }

    private List<Ending> read() {
        int uid =
                client.call("res.users", "context_get", Map.of()).asJsonObject().getInt("uid");
        OdooDomain global = OdooDomain.all()
                .and("user_id", "=", uid)
                .and("expiration_date", "!=", false)
                .andAny(List.of(OdooDomain.term("scope", "=", false), OdooDomain.term("scope", "=", "rpc")));
        return OdooQuery.read(client, MODEL, global, "name", "expiration_date").stream()
                .map(key -> new Ending(
                        key.text("name").orElse(""),
                        key.needTime("expiration_date").toInstant(ZoneOffset.UTC)))
                .toList();
    }
}
