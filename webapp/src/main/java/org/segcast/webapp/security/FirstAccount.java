/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.segcast.webapp.settings.Secret;
import org.segcast.webapp.settings.Settings;

/** The account {@code admin} of a new installation. */
@ApplicationScoped
@Transactional
public class FirstAccount {
    static final String NAME = "admin";

    @Inject
    private Accounts accounts;

    @Inject
    private Settings settings;

    /** Makes the account where there is none; a password in the settings always holds, so it is also the way back in. */
    public void ensure() {
        Optional<String> wanted = settings.adminPassword().map(Secret::reveal);
        if (accounts.none()) {
            Accounts.Change made = accounts.create(NAME, Role.ADMIN, wanted);
            if (wanted.isEmpty() && made instanceof Accounts.Change.Done done) {
                show(done.secret());
            }
        } else if (wanted.isPresent() && accounts.find(NAME).isEmpty()) {
            accounts.create(NAME, Role.ADMIN, wanted);
        } else if (wanted.isPresent() && accounts.verify(NAME, wanted.get()).isEmpty()) {
            accounts.changePassword(NAME, wanted);
        }
    }

    /** Straight to the console: the server copies everything else that is printed into its log file. */
    private static void show(String password) {
        String text =
                "%n  Segcast is ready for its first sign-in.%n      account   %s%n      password  %s%n  This is shown once.%n%n"
                        .formatted(NAME, password);
        // not closed: that would close the process's standard output
        @SuppressWarnings("resource")
        FileOutputStream console = new FileOutputStream(FileDescriptor.out);
        try {
            console.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException noConsole) {
            throw new UncheckedIOException(
                    "the first password could not be shown: set segcast.admin.password", noConsole);
        }
    }
}
