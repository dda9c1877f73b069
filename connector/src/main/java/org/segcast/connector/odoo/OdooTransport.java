/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonValue;
import java.util.Map;

/** Brings a call to Odoo. Callers speak as Odoo 19 does; whoever talks to an older one translates. */
interface OdooTransport {

    /**
     * @param arguments by the names that Odoo 19 gives them, beside {@code ids} and {@code context}
     * @throws org.segcast.connector.spi.SegcastException with a code that is the same in all versions
     */
    JsonValue call(String model, String method, Map<String, Object> arguments);
}
