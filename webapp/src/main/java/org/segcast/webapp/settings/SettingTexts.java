/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.util.Optional;

/** Settings as people wrote them outside the application, by name such as {@code segcast.odoo.url}. */
@FunctionalInterface
public interface SettingTexts {
    Optional<String> of(String name);

    /** Without blanks around them; blank ones count as absent. */
    static SettingTexts stripped(SettingTexts source) {
        return name -> source.of(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
