/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.startup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.schedule.Schedules;
import org.segcast.webapp.security.FirstAccount;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.settings.Settings.CrmKind;

/** What happens when the server starts: state migrated, first account made, a cut-off run resumed, the sample's first run begun. */
@ApplicationScoped
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Resource(lookup = "jdbc/segcast")
    private DataSource state;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Settings settings;

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
        if (!settings.problems().isEmpty()) {
            LOG.log(Level.WARNING, "Settings to mend: {0}", String.join("; ", settings.problems()));
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
        if (settings.crm() == CrmKind.SAMPLE && journal.latest().isEmpty()) {
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
