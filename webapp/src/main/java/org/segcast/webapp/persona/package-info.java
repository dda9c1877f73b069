/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The portrait of a segment: what sets it apart, what it brings, what to do, as people read, edit and share it. Start at
 * {@link org.segcast.webapp.persona.Personas}.
 *
 * <p>Never here: how traits are found, markup.
 */
package org.segcast.webapp.persona;
