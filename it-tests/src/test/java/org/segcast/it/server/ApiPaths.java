/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.segcast.it.Checkout;

/** The paths that the resources in the war declare, such as {@code GET runs/{id}}. */
final class ApiPaths {
    private static final String RESOURCE = "WEB-INF/classes/(org/segcast/webapp/api/\\w+Resource)\\.class";

    private ApiPaths() {}

    static Set<String> declared() {
        Set<String> found = new TreeSet<>();
        try (ZipFile war = new ZipFile(Checkout.war().toFile())) {
            war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches(RESOURCE))
                    .map(name -> name.replaceFirst(RESOURCE, "$1").replace('/', '.'))
                    .forEach(name -> addAll(load(name), found));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (found.isEmpty()) {
            throw new AssertionError("no resources in " + Checkout.war());
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException stale) {
            throw new AssertionError("the war and the class path differ", stale);
        }
    }

    private static void addAll(Class<?> resource, Set<String> found) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    found.add(verb.value() + " " + joined(base, method.getAnnotation(Path.class)));
                }
            }
        }
    }

    private static String joined(String base, Path path) {
        String whole = path == null ? base : base.isEmpty() ? path.value() : base + "/" + path.value();
        return whole.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }
}
