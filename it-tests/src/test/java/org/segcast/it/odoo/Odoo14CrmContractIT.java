/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

/** The same contract on a real Odoo 14, the oldest that Segcast speaks to, over JSON-RPC. */
class Odoo14CrmContractIT extends OdooCrmContractIT {
    @Override
    OdooDatabase database() {
        return OdooDatabase.oldest();
    }
}
