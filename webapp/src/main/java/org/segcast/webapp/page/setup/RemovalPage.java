/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.security.Role;

/** Shows what would go, and takes it away once the admin typed that this is meant. */
@Named("removalPage")
@RequestScoped
public class RemovalPage {
    private static final String CONFIRMATION = "remove";

    @Inject
    private Connections connections;

    @Inject
    private Runs runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Optional<Footprint> footprint = Optional.empty();
    private String trouble = "";
    private String typed = "";

    /** Asks the CRM; called once when the page is opened, not when its form comes back. */
    public void open() {
        try (HostCrm crm = connections.open()) {
            footprint = Optional.of(crm.footprint());
        } catch (SegcastException refused) {
            trouble = refused.getMessage();
        }
    }

    public boolean isNothing() {
        return footprint.filter(Footprint::isEmpty).isPresent();
    }

    /** Nothing while the form comes back: then only what was typed counts. */
    public Footprint getFootprint() {
        return footprint.orElse(Footprint.NONE);
    }

    /** Why the CRM could not be asked. */
    public String getTrouble() {
        return trouble;
    }

    public String getCrm() {
        return connections.describe();
    }

    public String getSummary() {
        return formats.of(getFootprint().tags().size(), "tag", "tags") + " on "
                + formats.of(getFootprint().contacts(), "contact", "contacts");
    }

    public String remove() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        if (!typed.strip().equalsIgnoreCase(CONFIRMATION)) {
            notices.refused(
                    "confirm", "Nothing was removed: type the word " + CONFIRMATION + " to say that you mean it.");
            open();
            return "";
        }
        if (runs.removeAll(visitor.getName()) instanceof Runs.Answer.Refused refused) {
            notices.refused(refused.reason());
        }
        return "/runs?faces-redirect=true";
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String word) {
        typed = word;
    }
}
