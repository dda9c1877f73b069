/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;
import org.segcast.it.odoo.OdooScratch;
import org.segcast.it.odoo.OdooServer;

/**
 * A sync of 20,000 contacts and 60,000 orders of which little or nothing changed, in an Odoo that holds our tags already.
 *
 * <p>Whole syncs, up to the merged mirror, against bare calls that read by their ids the very rows that the sync reads: contacts that changed, their orders and these
 * orders' lines. In turn, in one process, on one Odoo.
 */
class OdooSyncBench {
    private static final int CONTACTS = 20_000;
    private static final int ORDERS = 60_000;
    private static final int LINES = 120_000;
    private static final int ONE_IN = 100;
    private static final int ROUNDS = 5;
    private static final double LEAST = 0.5;
    private static final String PAST = "interval '1 day'";

    private final ExecutorService background = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        background.shutdown();
    }

    @Test
    void syncing_what_changed_and_nothing() throws IOException {
        assumeTrue(OdooServer.runs(), "no Odoo runs: start one with it-tests/odoo/odoo.sh start");
        OdooScratch odoo = OdooScratch.synthetic("it_bench_sync", CONTACTS, ORDERS, LINES);
        BareLoop bare = new BareLoop(odoo.settings());
        try (RecordingProxy proxy = new RecordingProxy(bare);
                DuckDbWarehouse direct = warehouse("direct");
                DuckDbWarehouse recorded = warehouse("recorded")) {
            Bench bench = new Bench(odoo, bare, proxy, new Mirror(direct), new Mirror(recorded));
            bench.prepare();
            Figures.keep("odoo-sync", bench.changed(), bench.calls(), bench.seconds());
        }
    }

    private DuckDbWarehouse warehouse(String name) {
        return new DuckDbWarehouse(folder.resolve(name + ".duckdb"), 96, 2);
    }

    /** Two copies of one Odoo: one made straight from it, which is timed, and one made through the proxy, whose calls are counted. */
    private final class Bench {
        private final OdooScratch odoo;
        private final BareLoop bare;
        private final RecordingProxy proxy;
        private final Mirror direct;
        private final Mirror recorded;
        private final URI address;
        private final List<Integer> some;

        Bench(OdooScratch odoo, BareLoop bare, RecordingProxy proxy, Mirror direct, Mirror recorded) {
            this.odoo = odoo;
            this.bare = bare;
            this.proxy = proxy;
            this.direct = direct;
            this.recorded = recorded;
            this.address = URI.create(odoo.settings().get("SEGCAST_ODOO_URL"));
            this.some = odoo.sql("select id from res_partner where name like 'Person %' and id % " + ONE_IN + " = 0")
                    .lines()
                    .map(Integer::valueOf)
                    .toList();
            assertEquals(CONTACTS / ONE_IN, some.size());
        }

        void prepare() {
            try (OdooCrm crm = crm(address)) {
                crm.prepare(List.of(new TagDefinition("bench", "Bench", 1)));
            }
            past();
            assertEquals(CONTACTS, sync().contactsRead());
            recorded();
        }

        private OdooCrm crm(URI at) {
            Map<String, String> settings = odoo.settings();
            OdooConfig config = OdooConfig.from(Map.of(
                    "url", at.toString(),
                    "database", settings.get("SEGCAST_ODOO_DATABASE"),
                    "user", settings.get("SEGCAST_ODOO_USER"),
                    "api-key", settings.get("SEGCAST_ODOO_API_KEY")));
            return new OdooCrm(
                    config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP));
        }

        private SyncResult sync() {
            return sync(address, direct);
        }

        private SyncResult sync(URI at, Mirror mirror) {
            try (OdooCrm crm = crm(at)) {
                return new Sync(crm, mirror, SyncSettings.DEFAULT)
                        .run(Clock.systemUTC().instant(), ProgressListener.SILENT);
            }
        }

        /** All that was changed so far was changed long ago: out of the overlap of the next sync. */
        private void past() {
            for (String table : List.of("res_partner", "sale_order", "res_partner_category", "mail_blacklist")) {
                odoo.sql("update " + table + " set write_date = write_date - " + PAST);
            }
        }

        /** Odoo's own write, so that its stamps are Odoo's own. */
        private void change(String city) {
            past();
            String body = Json.createObjectBuilder()
                    .add("ids", Json.createArrayBuilder(some))
                    .add("vals", Json.createObjectBuilder().add("city", city))
                    .build()
                    .toString();
            said(new BareLoop.Call("/json/2/res.partner/write", body.getBytes(StandardCharsets.UTF_8)));
        }

        Figure changed() {
            change("Warming up");
            sync();
            List<BareLoop.Call> rows = rows();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                change("City " + round);
                ours.add(took(() -> assertEquals(some.size(), sync().contactsRead())));
                theirs.add(took(() -> bare.read(rows)));
            }
            System.out.println("bench  seconds for 1% changed: ours " + ours + ", bare calls " + theirs);
            return Figure.rate("whole sync of 20,000 contacts of which 1% changed", 1 / median(ours), "syncs/s")
                    .against("reading just these rows with bare calls", 1 / median(theirs), LEAST);
        }

        /** Reads by id of what a sync now reads by change. */
        private List<BareLoop.Call> rows() {
            List<BareLoop.Call> byId = new ArrayList<>();
            for (BareLoop.Call call : recorded()) {
                if (call.page()) {
                    JsonArray found = parsed(said(call).getBytes(StandardCharsets.UTF_8), JsonReader::readArray);
                    if (!found.isEmpty()) {
                        byId.add(new BareLoop.Call(call.path(), byId(call.body(), found)));
                    }
                }
            }
            return byId;
        }

        private List<BareLoop.Call> recorded() {
            int before = proxy.calls().size();
            sync(proxy.address(), recorded);
            List<BareLoop.Call> all = proxy.calls();
            return all.subList(before, all.size());
        }

        Figure calls() {
            past();
            Map<String, Integer> byModel = new TreeMap<>();
            for (BareLoop.Call call : recorded()) {
                byModel.merge(call.path().replaceFirst("^/json/2/(.*)/.*", "$1"), 1, Integer::sum);
            }
            System.out.println("bench  calls of a sync with nothing changed: " + byModel);
            int calls = byModel.values().stream().mapToInt(Integer::intValue).sum();
            double share = byModel.size() / (double) calls;
            return new Figure(
                    "calls of a sync with nothing changed",
                    calls,
                    "calls",
                    "places asked",
                    byModel.size(),
                    share,
                    "one call for each; further ones ask which fields a model has, which may differ since the last sync,"
                            + " and count ids, for deletions leave no trace",
                    share >= 1);
        }

        Figure seconds() {
            List<Double> ours = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(took(() -> assertEquals(0, sync().contactsRead())));
            }
            return Figure.rate("whole sync with nothing changed", median(ours), "s");
        }

        private String said(BareLoop.Call call) {
            var answer = bare.ask(call, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), call.path());
            return answer.body();
        }
    }

    private static byte[] byId(byte[] body, JsonArray found) {
        JsonObjectBuilder byId = Json.createObjectBuilder(parsed(body, JsonReader::readObject));
        var ids = Json.createArrayBuilder();
        found.getValuesAs(JsonObject.class).forEach(row -> ids.add(row.getInt("id")));
        byId.add(
                "domain",
                Json.createArrayBuilder()
                        .add(Json.createArrayBuilder(List.of("id", "in")).add(ids)));
        return byId.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T parsed(byte[] json, Function<JsonReader, T> read) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return read.apply(reader);
        }
    }

    private static double took(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
