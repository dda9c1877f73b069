/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Which fields the models of this Odoo have, for the key's user: versions and modules differ in them, and asking is surer than reckoning from version numbers.
 * Each model is asked once.
 */
final class OdooFields {
    private final OdooClient client;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    OdooFields(OdooClient client) {
        this.client = client;
    }

    boolean has(String model, String field) {
        return known.computeIfAbsent(model, this::names).contains(field);
    }

    /** Whether the module that a model belongs to is installed. */
    boolean exists(String model) {
        if (missing.contains(model)) {
            return false;
        }
        try {
            return !known.computeIfAbsent(model, this::names).isEmpty();
        } catch (SegcastException e) {
            if (e.code().isClosed()) {
                return e.code() != ErrorCode.MODULE_MISSING;
            }
            throw e;
        }
    }

    private Set<String> names(String model) {
        Map<String, Object> arguments = Map.of("attributes", List.of("type"));
        try {
            return Set.copyOf(
                    client.call(model, "fields_get", arguments).asJsonObject().keySet());
        } catch (SegcastException e) {
            if (e.code() == ErrorCode.MODULE_MISSING) {
                missing.add(model);
            }
            throw e;
        }
    }
}
