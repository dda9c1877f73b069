/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.sync.SyncSettings;
import org.segcast.it.odoo.OdooScratch;
import org.segcast.it.odoo.OdooServer;

/**
 * Reading 20,000 contacts and 60,000 orders with their lines from Odoo, against a bare HTTP loop that asks for the same pages and drops the answers.
 *
 * <p>The loop repeats word for word what the adapter asked in a first reading, which is not timed: pages of contacts, of orders, of lines. What the
 * adapter looks up beside these (countries, products, companies) the loop leaves out, so it does less. In turn, in one process, on one Odoo.
 */
class OdooReadBench {
    private static final int CONTACTS = 20_000;
    private static final int ORDERS = 60_000;
    private static final int LINES = 120_000;
    private static final int ROUNDS = 3;
    private static final double LEAST = 0.95;

    private final ExecutorService background = Executors.newCachedThreadPool();

    @Test
    void reading_contacts_and_orders_against_a_bare_loop() throws IOException {
        assumeTrue(OdooServer.runs(), "no Odoo runs: start one with it-tests/odoo/odoo.sh start");
        Map<String, String> settings =
                OdooScratch.synthetic("it_bench", CONTACTS, ORDERS, LINES).settings();
        URI odoo = URI.create(settings.get("SEGCAST_ODOO_URL"));
        BareLoop bare = new BareLoop(settings);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try {
            List<BareLoop.Call> pages = pages(bare, settings);
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(seconds(() -> readAll(odoo, settings)));
                theirs.add(seconds(() -> bare.read(pages)));
            }
        } finally {
            background.shutdown();
        }
        System.out.println("bench  seconds: ours " + ours + ", bare loop " + theirs);
        double rows = CONTACTS + ORDERS + LINES;
        Figures.keep(
                "odoo-read",
                Figure.rate(
                                "reading 20,000 contacts and 60,000 orders with 120,000 lines from Odoo",
                                rows / median(ours),
                                "rows/s")
                        .against("bare HTTP loop with the same pages", rows / median(theirs), LEAST));
    }

    private List<BareLoop.Call> pages(BareLoop odoo, Map<String, String> settings) throws IOException {
        try (RecordingProxy proxy = new RecordingProxy(odoo)) {
            readAll(proxy.address(), settings);
            return proxy.calls().stream().filter(BareLoop.Call::page).toList();
        }
    }

    private void readAll(URI address, Map<String, String> settings) {
        OdooConfig config = OdooConfig.from(Map.of(
                "url", address.toString(),
                "database", settings.get("SEGCAST_ODOO_DATABASE"),
                "user", settings.get("SEGCAST_ODOO_USER"),
                "api-key", settings.get("SEGCAST_ODOO_API_KEY")));
        try (OdooCrm crm = new OdooCrm(
                config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP))) {
            assertEquals(CONTACTS, count(crm::contacts, contact -> 1));
            assertEquals(LINES, count(crm::orders, order -> order.lines().size()));
        }
    }

    private static <R> int count(Function<PageRequest, Page<R>> read, ToIntFunction<R> weight) {
        PageRequest request = PageRequest.first(Optional.empty(), SyncSettings.DEFAULT.pageSize());
        int found = 0;
        for (Optional<String> last = Optional.of(""); last.isPresent(); ) {
            Page<R> page = read.apply(request);
            found += page.records().stream().mapToInt(weight).sum();
            last = page.nextAfterId();
            request = last.map(request::after).orElse(request);
        }
        return found;
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
