/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.startup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.ConnectionsAtStart;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.schedule.Schedules;
import org.segcast.webapp.security.FirstAccount;

/** What happens when the server starts: state migrated, first account made, a cut-off run resumed, the sample's first run begun. */
@ApplicationScoped
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Resource(lookup = "jdbc/segcast")
    private DataSource state;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ConnectionsAtStart atStart;

    @Inject
    private Connections connections;

    @Inject
    private FirstAccount firstAccount;

    @Inject
    private Runs runs;

    @Inject
    private RunJournal journal;

    @Inject
    private Schedules schedules;

    void whenUp(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        Flyway.configure(Startup.class.getClassLoader())
                .dataSource(state)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate();
        attempt("Finishing the change of the key", atStart::finishKeyChange);
        atStart.settle();
        List<String> problems = connections.problems();
        if (!problems.isEmpty()) {
            LOG.log(Level.WARNING, "Settings to mend: {0}", String.join("; ", problems));
        }
        firstAccount.ensure();
        executor.execute(this::begin);
    }

    private void begin() {
        attempt("Resuming the run that was cut off", runs::recover);
        attempt("Starting the sample's first run", this::firstRun);
        attempt("Setting the schedule", schedules::begin);
    }

    private void firstRun() {
        if (connections.now().kind().key().equals("sample") && journal.latest().isEmpty()) {
            runs.start("first start");
        }
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, what + " failed; the server goes on without", failure);
        }
    }
}
