/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.Connections.Line;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;

/** What Segcast is connected to, and a test that says in words what is wrong. */
@Named("connectionPage")
@RequestScoped
public class ConnectionPage {
    @Inject
    private Connections connections;

    @Inject
    private Visitor visitor;

    @Inject
    private Formats formats;

    private Optional<ConnectionCheck> check = Optional.empty();

    public void test() {
        if (visitor.may(Role.MARKETER)) {
            check = Optional.of(connections.check());
        }
    }

    public boolean isTested() {
        return check.isPresent();
    }

    public boolean isPassed() {
        return check.orElseThrow().ok();
    }

    public List<Step> getSteps() {
        return check.orElseThrow().steps();
    }

    public List<Step> getFailures() {
        return getSteps().stream().filter(step -> !step.ok()).toList();
    }

    /** The headline of a test. */
    public String getVerdict() {
        long failed = getFailures().size();
        return failed == 0
                ? "Everything that Segcast needs works"
                : formats.of(failed, "problem", "problems") + " to mend";
    }

    /** The failure's code for whoever reads logs. */
    public String code(Step step) {
        return step.problem().map(Enum::name).orElse("");
    }

    public String getDescription() {
        return connections.describe();
    }

    public List<Line> getLines() {
        return connections.lines();
    }

    /** The environment variable that sets a setting. */
    public String variable(Line line) {
        return line.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public List<String> getProblems() {
        return connections.problems();
    }
}
