/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;

/** The adapter opened on one database, as often as a test likes: each time is like a run of its own. */
final class OdooReaders implements AutoCloseable {
    private final OdooScratch odoo;
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<OdooCrm> opened = new ArrayList<>();

    OdooReaders(OdooScratch odoo) {
        this.odoo = odoo;
    }

    OdooCrm crm() {
        return crm(Map.of());
    }

    OdooCrm crm(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", odoo.settings().get("SEGCAST_ODOO_URL"),
                "database", odoo.settings().get("SEGCAST_ODOO_DATABASE"),
                "user", odoo.settings().get("SEGCAST_ODOO_USER"),
                "api-key", odoo.key()));
        settings.putAll(changed);
        OdooConfig config = OdooConfig.from(settings);
        OdooCrm crm = new OdooCrm(
                config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP));
        opened.add(crm);
        return crm;
    }

    @Override
    public void close() {
        opened.forEach(OdooCrm::close);
        background.shutdown();
    }
}
