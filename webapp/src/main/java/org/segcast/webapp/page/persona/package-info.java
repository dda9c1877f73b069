/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Portraits of segments as people read them: one rendering for the page, for files and for those to whom a link is given. Start at
 * {@link org.segcast.webapp.page.persona.PersonaHtml}.
 *
 * <p>Never here: figures that are not in {@link org.segcast.webapp.persona.Persona}.
 */
package org.segcast.webapp.page.persona;
