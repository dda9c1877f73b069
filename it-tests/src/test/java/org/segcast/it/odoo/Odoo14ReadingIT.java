/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

/** The same on a real Odoo 14, the oldest that Segcast speaks to. */
class Odoo14ReadingIT extends OdooReadingIT {
    @Override
    String version() {
        return OdooServer.OLDEST;
    }
}
