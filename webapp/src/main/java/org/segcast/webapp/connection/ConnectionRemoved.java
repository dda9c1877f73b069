/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

/**
 * Told when a connection that is not in use is about to be removed. Who can't follow throws, and it stays.
 *
 * @param withData everything that was copied from its CRM and inferred about its people is to go, too
 */
public record ConnectionRemoved(String source, boolean withData) {}
