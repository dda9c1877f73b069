/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.it.odoo.OdooScratch;
import org.segcast.it.odoo.OdooServer;

/**
 * Writing tags and scores of 20,000 contacts to Odoo through the adapter, against one bare category write and against bare {@code web_save_multi}
 * calls of the same size. In turn, in one process, on one Odoo; each writes what the other has not written before.
 */
class OdooWriteBench {
    private static final int CONTACTS = 20_000;
    private static final int SCORED = 4_000;
    private static final int ROUNDS = 3;
    private static final double LEAST = 0.9;

    private final ExecutorService background = Executors.newCachedThreadPool();

    @Test
    void writing_tags_and_scores_against_bare_calls() {
        assumeTrue(OdooServer.runs(), "no Odoo runs: start one with it-tests/odoo/odoo.sh start");
        Map<String, String> settings =
                OdooScratch.synthetic("it_bench_write", CONTACTS, 1, 1).settings();
        BareLoop bare = new BareLoop(settings);
        OdooConfig config = OdooConfig.from(Map.of(
                "url", settings.get("SEGCAST_ODOO_URL"),
                "database", settings.get("SEGCAST_ODOO_DATABASE"),
                "user", settings.get("SEGCAST_ODOO_USER"),
                "api-key", settings.get("SEGCAST_ODOO_API_KEY")));
        try (OdooCrm crm = new OdooCrm(
                config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP))) {
            Set<String> contacts = contacts(crm);
            assertEquals(CONTACTS, contacts.size());
            Figures.keep("odoo-write", tags(crm, bare, contacts), scores(crm, bare, contacts));
        } finally {
            background.shutdown();
        }
    }

    private static Set<String> contacts(HostCrm crm) {
        Set<String> ids = new TreeSet<>();
        PageRequest first = PageRequest.first(Optional.empty(), 5_000);
        Page<ContactRecord> page = crm.contacts(first);
        page.records().forEach(contact -> ids.add(contact.id()));
        while (page.nextAfterId().isPresent()) {
            page = crm.contacts(first.after(page.nextAfterId().get()));
            page.records().forEach(contact -> ids.add(contact.id()));
        }
        return ids;
    }

    private static Figure tags(HostCrm crm, BareLoop bare, Set<String> contacts) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            TagDefinition tag = new TagDefinition("bench-" + round, "Bench " + round, 1);
            crm.prepare(List.of(tag));
            ListedChanges changes =
                    new ListedChanges(List.of(new TagChange(tag, contacts, Set.of())), Map.of(), Set.of());
            ours.add(seconds(() -> taken(crm.push(changes, ProgressListener.SILENT), CONTACTS)));
            int category =
                    Integer.parseInt(said(bare, "res.partner.category/create", "{\"vals_list\":[{\"name\":\"Bare\"}]}")
                            .replaceAll("\\D", ""));
            String commands = "[[4," + String.join("],[4,", contacts) + "]]";
            String body = "{\"ids\":[" + category + "],\"vals\":{\"partner_ids\":" + commands + "}}";
            theirs.add(seconds(() -> said(bare, "res.partner.category/write", body)));
        }
        System.out.println("bench  seconds for tags: ours " + ours + ", bare " + theirs);
        return Figure.rate("tagging 20,000 contacts in Odoo", CONTACTS / median(ours), "contacts/s")
                .against("one bare category write", CONTACTS / median(theirs), LEAST);
    }

    private static Figure scores(HostCrm crm, BareLoop bare, Set<String> contacts) {
        List<String> some = contacts.stream().limit(SCORED).toList();
        int size = crm.callSizes().scores();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, ScoreMark> marks = new TreeMap<>();
            for (int i = 0; i < some.size(); i++) {
                marks.put(some.get(i), new ScoreMark("Champions", (i + round) % 100, "ours in round " + round));
            }
            ListedChanges changes = new ListedChanges(List.of(), marks, Set.of());
            ours.add(seconds(() -> taken(crm.push(changes, ProgressListener.SILENT), SCORED)));
            List<String> bodies = new ArrayList<>();
            for (int from = 0; from < some.size(); from += size) {
                bodies.add(saving(some.subList(from, Math.min(some.size(), from + size)), round));
            }
            theirs.add(seconds(() -> bodies.forEach(body -> said(bare, "res.partner/web_save_multi", body))));
        }
        System.out.println("bench  seconds for scores: ours " + ours + ", bare " + theirs);
        return Figure.rate("writing 4,000 scores with reasons to Odoo", SCORED / median(ours), "contacts/s")
                .against("bare web_save_multi of the same size", SCORED / median(theirs), LEAST);
    }

    private static String saving(List<String> contacts, int round) {
        var ids = Json.createArrayBuilder();
        var values = Json.createArrayBuilder();
        for (int i = 0; i < contacts.size(); i++) {
            ids.add(Integer.parseInt(contacts.get(i)));
            values.add(Json.createObjectBuilder()
                    .add("x_segcast_score", (i + round + 50) % 100)
                    .add("x_segcast_segment", "Champions")
                    .add("x_segcast_reason", "bare in round " + round));
        }
        return Json.createObjectBuilder()
                .add("ids", ids)
                .add("vals_list", values)
                .add("specification", Json.createObjectBuilder())
                .add("context", Json.createObjectBuilder().add("tracking_disable", true))
                .build()
                .toString();
    }

    private static void taken(PushReceipt receipt, int expected) {
        assertEquals(expected, receipt.written(), () -> receipt.rejected().toString());
    }

    private static String said(BareLoop bare, String call, String body) {
        HttpResponse<String> answer = bare.ask(
                new BareLoop.Call(URI.create("/json/2/" + call).toString(), body.getBytes(StandardCharsets.UTF_8)),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), call);
        return answer.body();
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
