/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

/**
 * What a person allows.
 *
 * @param email may be sent marketing mail
 * @param profiling may be segmented and scored; false after an objection (GDPR art. 21) or without a lawful basis
 */
public record Consent(boolean email, boolean profiling) {
    public static final Consent GIVEN = new Consent(true, true);
}
