/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/**
 * The system properties that Weka reads when its first class loads: no package manager, no network, a folder of ours instead of
 * {@code ~/wekafiles}, and the Java BLAS (without the natives, loading them ends in an initializer error).
 */
final class WekaSettings {

    private WekaSettings() {}

    static void apply(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new SegcastException(
                    ErrorCode.ENGINE_FOLDER_UNUSABLE,
                    "Weka needs a folder it may write, found " + home + ": " + e.getMessage() + ". Check segcast.home",
                    e);
        }
        System.setProperty("WEKA_HOME", home.toString());
        System.setProperty("weka.packageManager.offline", "true");
        System.setProperty("weka.packageManager.loadPackages", "false");
        for (String part : new String[] {"BLAS", "LAPACK", "ARPACK"}) {
            System.setProperty("com.github.fommil.netlib." + part, "com.github.fommil.netlib.F2j" + part);
        }
    }
}
