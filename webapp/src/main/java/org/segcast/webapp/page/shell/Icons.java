/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** The line icons, drawn on 16 by 16. */
@Named("icons")
@ApplicationScoped
public class Icons {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("dashboard", "M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z"),
            Map.entry("segments", "M8 2a6 6 0 1 0 6 6H8zM10.5 2.5a5.5 5.5 0 0 1 3 3h-3z"),
            Map.entry(
                    "contacts",
                    "M6 7.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.8 13c.4-2.2 2.1-3.3 4.2-3.3s3.8 1.1 4.2 3.3M10.6 3.2a2.2 2.2 0 0 1 0 4.2M12 9.9c1.3.5 2 1.6 2.3 3.1"),
            Map.entry(
                    "features",
                    "M3 2.5h8.5a1.5 1.5 0 0 1 1.5 1.5v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12a1.5 1.5 0 0 1 1.5-1.5H13M5.5 5.2h5M5.5 7.6h3.5"),
            Map.entry("reviews", "M3 2.5h10v11H3zM5.3 6l1.2 1.2 2-2.2M5.3 10.2l1.2 1.2 2-2.2M10 6.4h1.2M10 10.6h1.2"),
            Map.entry(
                    "study",
                    "M5.5 2.8h5M6.3 2.8v3.9L3.2 12.3a.9.9 0 0 0 .8 1.4h8a.9.9 0 0 0 .8-1.4L9.7 6.7V2.8M5 9.8h6"),
            Map.entry("models", "M2.5 13.5h11M4 11V7.5M8 11V4M12 11V6"),
            Map.entry("lifetime", "M2 12.5c2.5 0 3-8 6-8s2.5 5 6 5M2 14h12M11.5 3.2v3M10 4.7h3"),
            Map.entry("comparison", "M2 4h9M5 8h9M2 12h7M6.5 2.6v2.8M9.5 6.6v2.8M5.5 10.6v2.8"),
            Map.entry("push", "M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.8 10v3.2h10.4V10"),
            Map.entry("runs", "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6"),
            Map.entry("connections", "M6 2v3.5M10 2v3.5M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2.2"),
            Map.entry(
                    "accounts",
                    "M10.2 9.2a3.4 3.4 0 1 0-3.3-2.6L2.4 11v2.6H5V12h1.6v-1.6l1-1a3.4 3.4 0 0 0 2.6-.2zM11 5.2v.1"),
            Map.entry("person", "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 14c.5-2.7 2.6-4 5.2-4s4.7 1.3 5.2 4"),
            Map.entry("theme", "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z"),
            Map.entry("leave", "M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3"),
            Map.entry("menu", "M2.5 4.5h11M2.5 8h11M2.5 11.5h11"),
            Map.entry("check", "M3.5 8.5 6.5 11.5 12.5 4.8"),
            Map.entry("cross", "M4 4l8 8M12 4l-8 8"),
            Map.entry("dash", "M3.5 8h9"),
            Map.entry("plus", "M8 3v10M3 8h10"),
            Map.entry("warn", "M8 2.3 14.3 13.4H1.7zM8 6.6v3M8 11.6v.1"),
            Map.entry("info", "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.4v3.4M8 5.2v.1"),
            Map.entry("open", "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4"),
            Map.entry("lock", "M3.5 7.2h9v6.3h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2"),
            Map.entry("edit", "M3 13l.6-2.8 7-7 2.2 2.2-7 7z"),
            Map.entry("search", "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2"),
            Map.entry("turn", "M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6.5"));

    public String path(String name) {
        return PATHS.getOrDefault(name, "");
    }
}
