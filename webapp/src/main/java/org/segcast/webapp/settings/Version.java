/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import java.util.ResourceBundle;

/** The product's version, as the build wrote it. */
public final class Version {
    public static final String TEXT =
            ResourceBundle.getBundle("META-INF.segcast").getString("version");

    private Version() {}
}
