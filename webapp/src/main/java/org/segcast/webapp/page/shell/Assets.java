/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of our style sheet, script and pictures; they change with the content, so browsers may keep them. */
@Named("assets")
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/resources/segcast/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Inject
    private ServletContext application;

    public String address(String name) {
        return addresses.computeIfAbsent(
                name,
                file -> application.getContextPath() + "/jakarta.faces.resource/" + file + ".xhtml?ln=segcast&v="
                        + version(file));
    }

    private String version(String file) {
        try (InputStream content = application.getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no " + FOLDER + file);
            }
            CRC32 sum = new CRC32();
            sum.update(content.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
