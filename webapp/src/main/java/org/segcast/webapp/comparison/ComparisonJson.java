/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.comparison.Figure;
import org.segcast.predictive.comparison.Standing;
import org.segcast.predictive.comparison.candidate.CandidateKind;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.evaluation.Interval;

/** What a comparison came to as JSON, to be kept. */
final class ComparisonJson {
    private ComparisonJson() {}

    static String write(ComparisonResult result, List<LeftOut> leftOut) {
        JsonArrayBuilder left = Json.createArrayBuilder();
        leftOut.forEach(each ->
                left.add(Json.createObjectBuilder().add("name", each.name()).add("reason", each.reason())));
        return result(result).add("leftOut", left).build().toString();
    }

    private static JsonObjectBuilder result(ComparisonResult result) {
        if (result instanceof ComparisonResult.Refused refused) {
            return Json.createObjectBuilder().add("refusal", refused.message());
        }
        SegcastException.require(
                result instanceof ComparisonResult.Report, "only a report or a refusal is kept, found " + result);
        ComparisonResult.Report report = (ComparisonResult.Report) result;
        JsonArrayBuilder standings = Json.createArrayBuilder();
        report.standings().forEach(standing -> standings.add(standing(standing)));
        return Json.createObjectBuilder()
                .add(
                        "judged",
                        Json.createArrayBuilder(report.judged().stream()
                                .map(LocalDate::toString)
                                .toList()))
                .add("customers", report.customers())
                .add("responders", report.responders())
                .add("standings", standings);
    }

    private static JsonObjectBuilder standing(Standing standing) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("key", standing.key())
                .add("name", standing.name())
                .add("kind", standing.kind().name())
                .add("segments", standing.segments())
                .add("logLossGain", figure(standing.logLossGain()))
                .add("aucGain", figure(standing.aucGain()))
                .add("revenueExplained", figure(standing.revenueExplained()))
                .add("changed", figure(standing.changed()))
                .add("rand", standing.rand())
                .add("behindFirst", figure(standing.behindFirst()));
        standing.rankKept().ifPresent(kept -> json.add("rankKept", kept));
        return json;
    }

    private static JsonArrayBuilder figure(Figure figure) {
        return Json.createArrayBuilder()
                .add(figure.value())
                .add(figure.interval().low())
                .add(figure.interval().high());
    }

    static List<LeftOut> leftOut(String text) {
        return parsed(text)
                .getJsonArray("leftOut")
                .getValuesAs((JsonObject left) -> new LeftOut(left.getString("name"), left.getString("reason")));
    }

    static ComparisonResult read(String text, LocalDate asOf, int windowDays, long seed) {
        JsonObject json = parsed(text);
        return json.containsKey("refusal")
                ? new ComparisonResult.Refused(json.getString("refusal"))
                : new ComparisonResult.Report(
                        asOf,
                        Objective.reorder(windowDays),
                        seed,
                        json.getJsonArray("judged").getValuesAs((JsonString day) -> LocalDate.parse(day.getString())),
                        json.getInt("customers"),
                        json.getInt("responders"),
                        json.getJsonArray("standings").getValuesAs(ComparisonJson::placed));
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static Standing placed(JsonObject json) {
        return new Standing(
                json.getString("key"),
                json.getString("name"),
                CandidateKind.valueOf(json.getString("kind")),
                json.getInt("segments"),
                figure(json, "logLossGain"),
                figure(json, "aucGain"),
                figure(json, "revenueExplained"),
                figure(json, "changed"),
                json.getJsonNumber("rand").doubleValue(),
                json.containsKey("rankKept")
                        ? OptionalDouble.of(json.getJsonNumber("rankKept").doubleValue())
                        : OptionalDouble.empty(),
                figure(json, "behindFirst"));
    }

    private static Figure figure(JsonObject json, String name) {
        double[] told = json.getJsonArray(name).stream()
                .mapToDouble(value -> ((JsonNumber) value).doubleValue())
                .toArray();
        return new Figure(told[0], new Interval(told[1], told[2]));
    }
}
