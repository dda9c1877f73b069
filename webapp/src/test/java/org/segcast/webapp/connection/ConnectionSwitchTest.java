/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.settings.Settings.PushMode;

class ConnectionSwitchTest {
    private final List<String> followed = new ArrayList<>();
    private String kept = "before";

    /** Work that throws changes nothing, as in a database. */
    private final ConnectionStore store = new ConnectionStore() {
        @Override
        void allOrNothing(Runnable work) {
            String before = kept;
            try {
                work.run();
            } catch (RuntimeException undone) {
                kept = before;
                throw undone;
            }
        }
    };

    private final Connections connections = new Connections() {
        @Override
        CrmConnection reload() {
            return new CrmConnection(
                    7,
                    "Shop",
                    new CsvKind(),
                    kept,
                    Map.of(),
                    Optional.empty(),
                    PushMode.MANUAL,
                    Optional.empty(),
                    false,
                    true,
                    List.of());
        }
    };

    private Change changed(Standstill standstill, Consumer<ConnectionSwitched> follower) {
        return new ConnectionSwitch(store, connections, standstill, follower).make(7, () -> kept = "after");
    }

    private static Optional<String> atRest(Runnable change) {
        change.run();
        return Optional.empty();
    }

    private void follow(ConnectionSwitched now) {
        followed.add(now.source());
    }

    private Consumer<ConnectionSwitched> followingBackOnly(RuntimeException why) {
        return now -> {
            follow(now);
            if (now.source().equals("after")) {
                throw why;
            }
        };
    }

    @Test
    void everything_follows_what_is_kept() {
        assertEquals(new Change.Done(7), changed(ConnectionSwitchTest::atRest, this::follow));
        assertEquals("after", kept);
        assertEquals(List.of("after"), followed);
    }

    @Test
    void where_somebody_cannot_follow_everything_goes_back_and_the_reason_is_told() {
        SegcastException locked = new SegcastException(ErrorCode.MIRROR_FAILED, "the file is locked");
        Change change = changed(ConnectionSwitchTest::atRest, followingBackOnly(locked));
        assertEquals(
                "the file is locked",
                assertInstanceOf(Change.Refused.class, change).reason());
        assertEquals("before", kept);
        assertEquals(List.of("after", "before"), followed);
    }

    @Test
    void a_defect_goes_back_too_and_is_not_hidden() {
        IllegalStateException defect = new IllegalStateException("defect");
        assertEquals(
                defect,
                assertThrows(
                        IllegalStateException.class,
                        () -> changed(ConnectionSwitchTest::atRest, followingBackOnly(defect))));
        assertEquals("before", kept);
    }

    @Test
    void nothing_changes_while_a_run_is_going() {
        Change change = changed(going -> Optional.of("Run 3 is still going."), this::follow);
        assertEquals(new Change.Refused("Run 3 is still going."), change);
        assertEquals("before", kept);
        assertEquals(List.of(), followed);
    }
}
