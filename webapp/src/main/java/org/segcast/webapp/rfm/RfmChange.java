/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import java.time.Instant;

/** Who changed the settings last, and when. */
public record RfmChange(String by, Instant at) {}
