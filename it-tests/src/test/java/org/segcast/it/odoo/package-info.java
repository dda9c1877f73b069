/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Tests on a real Odoo, which {@code odoo/odoo.sh} installs and starts. Start at {@link org.segcast.it.odoo.OdooJourneyIT}.
 *
 * <p>Never here: Odoo's answers made up by us.
 */
package org.segcast.it.odoo;
