/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** A connection test under way: one step behind the other, each told whether it holds. */
public final class CheckSteps {
    private final String crm;
    private final List<Step> steps = new ArrayList<>();

    /** @param crm its name, for messages */
    public CheckSteps(String crm) {
        this.crm = crm;
    }

    /**
     * @param trial says in words what was found, or throws what is missing
     * @return whether it holds, so that steps which need it go on
     */
    public boolean holds(String what, Supplier<String> trial) {
        try {
            steps.add(Step.holds(what, trial.get()));
            return true;
        } catch (SegcastException e) {
            steps.add(Step.fails(what, e.code(), e.getMessage()));
            return false;
        } catch (ClassCastException | NullPointerException e) { // what the JSON API throws where a field is missing
            String found = "what answers there is not the " + crm + " that Segcast knows";
            steps.add(Step.fails(what, ErrorCode.ANSWER_UNREADABLE, found));
            return false;
        }
    }

    public ConnectionCheck done() {
        return new ConnectionCheck(steps);
    }

    /**
     * A warning behind what was found; empty text where the way is encrypted or does not leave this machine.
     *
     * @param secret what could be read on the way, such as {@code API key}
     */
    public static String unencrypted(URI url, String secret) {
        boolean local = url.getHost().matches("localhost|127\\..*|\\[::1\\]");
        return url.getScheme().equalsIgnoreCase("https") || local
                ? ""
                : "; the connection is not encrypted: the " + secret + " can be read on the way, use https";
    }
}
