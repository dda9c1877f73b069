/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

/**
 * Told when another CRM is in use from now on, while no run is going. Who can't follow throws, and everything stays as it was.
 *
 * @param source as in {@link CrmConnection#source}
 */
public record ConnectionSwitched(String source) {}
