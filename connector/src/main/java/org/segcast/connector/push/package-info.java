/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What should stand in the CRM against what does: the plan is made and shown, then applied. Start at {@link org.segcast.connector.push.PushPlanner}.
 *
 * <p>Never here: how a segment or score came about, a particular CRM, approval.
 */
package org.segcast.connector.push;
