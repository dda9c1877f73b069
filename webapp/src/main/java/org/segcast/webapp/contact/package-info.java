/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * One contact with all that Segcast knows and infers. Start at {@link org.segcast.webapp.contact.Contacts}.
 *
 * <p>Never here: lists of contacts; these are in {@code segment}.
 */
package org.segcast.webapp.contact;
