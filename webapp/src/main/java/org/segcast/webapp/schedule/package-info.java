/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * When runs start by themselves. Start at {@link org.segcast.webapp.schedule.Schedules}.
 *
 * <p>Never here: what a run does.
 */
package org.segcast.webapp.schedule;
