/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

/**
 * Told when a connection that was not in use is removed.
 *
 * @param withData everything that was copied from its CRM and inferred about its people is to go, too
 */
public record ConnectionRemoved(String source, boolean withData) {}
