/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.settings.Secret;
import org.segcast.webapp.settings.Settings;

/**
 * Seals and opens secrets with the server's key: the one in the settings, else one in a file of the server's home that is made on first use. Keys that went before open
 * as well, so that everything sealed with them can be sealed anew.
 */
@ApplicationScoped
public class Vault {
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private Optional<SealingKey> given;
    private Optional<SealingKey> before;
    private KeyFile file;

    protected Vault() {}

    @Inject
    public Vault(Settings settings) {
        given = settings.secretKey().map(Secret::reveal).flatMap(SealingKey::read);
        before = settings.secretKeyOld().map(Secret::reveal).flatMap(SealingKey::read);
        file = new KeyFile(settings.home());
    }

    /**
     * @param boundTo where the secret belongs; it opens there alone
     * @throws SegcastException SETTINGS_INVALID where the key file cannot be used
     */
    public synchronized String seal(String text, String boundTo) {
        if (keys().isEmpty()) {
            file.keep(SealingKey.random(random));
        }
        return ring().orElseThrow().seal(text, boundTo);
    }

    /** A new secret of 32 bytes, in hexadecimal. */
    public String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public synchronized Opened open(String sealed, String boundTo) {
        try {
            return ring().map(keys -> keys.open(sealed, boundTo))
                    .orElseGet(
                            () -> new Opened.Locked(
                                    "is sealed, and the server has no key: bring secret.key back into its home, or enter the secret anew"));
        } catch (SegcastException unusable) {
            return new Opened.Locked("can't be opened. " + unusable.getMessage());
        }
    }

    /** Whether a text is sealed with the key that seals now; if not, it should be sealed anew. */
    public synchronized boolean current(String sealed) {
        return ring().filter(keys -> keys.current(sealed)).isPresent();
    }

    /**
     * Makes a new key and has everything sealed with it.
     *
     * @param resealing seals anew, in one transaction, every text that is not {@link #current}
     * @return why not, where the key is not ours to change
     */
    public synchronized Optional<String> changeKey(Runnable resealing) {
        if (given.isPresent()) {
            return Optional.of(
                    "The key comes from the setting segcast.secret.key. To change it, set a new one there, put"
                            + " the present one into segcast.secret.key.old, and start again.");
        }
        if (file.next().isEmpty()) {
            file.stage(SealingKey.random(random));
        }
        resealing.run();
        file.promote();
        return Optional.empty();
    }

    /** Ends a change of the key that a stop of the server or a new setting left to do. */
    public synchronized void finishChange(Runnable resealing) {
        if (keys().isEmpty()) {
            return;
        }
        resealing.run();
        if (given.isEmpty() && file.next().isPresent()) {
            file.promote();
        }
    }

    private Optional<KeyRing> ring() {
        List<SealingKey> keys = keys();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new KeyRing(keys, random));
    }

    private List<SealingKey> keys() {
        List<SealingKey> keys = new ArrayList<>();
        given.ifPresent(keys::add);
        kept(file::next).ifPresent(keys::add);
        kept(file::kept).ifPresent(keys::add);
        before.ifPresent(keys::add);
        return keys;
    }

    /** A file that can't be used is no trouble to a server that was given a key. */
    private Optional<SealingKey> kept(Supplier<Optional<SealingKey>> read) {
        try {
            return read.get();
        } catch (SegcastException unusable) {
            if (given.isPresent()) {
                return Optional.empty();
            }
            throw unusable;
        }
    }
}
