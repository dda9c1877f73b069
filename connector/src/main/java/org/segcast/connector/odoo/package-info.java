/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Odoo 14 and later as the host CRM, over JSON-2 or JSON-RPC. Start at {@link org.segcast.connector.odoo.OdooCrm}; Odoo's words (partner, category, sale order)
 * end at this package's border.
 *
 * <p>Never here: storage, containers, what a segment means, and any write outside our own tags and fields.
 */
package org.segcast.connector.odoo;
