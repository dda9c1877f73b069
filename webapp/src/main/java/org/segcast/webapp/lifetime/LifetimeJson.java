/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.lifetime;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import org.segcast.predictive.lifetime.LifetimeFinding;
import org.segcast.predictive.lifetime.LifetimeModel;
import org.segcast.predictive.lifetime.check.ForecastError;
import org.segcast.predictive.lifetime.check.FrequencyGroup;
import org.segcast.predictive.lifetime.check.LifetimeCheck;
import org.segcast.predictive.lifetime.check.ModelCheck;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;

/** What a search came to as JSON, to be kept and to be shown. */
public final class LifetimeJson {
    private LifetimeJson() {}

    static String write(LifetimeFinding finding) {
        return finding instanceof LifetimeFinding.Found found
                ? object(found).build().toString()
                : Json.createObjectBuilder()
                        .add("refusal", ((LifetimeFinding.Refused) finding).message())
                        .build()
                        .toString();
    }

    /** The model and its check. */
    public static JsonObjectBuilder object(LifetimeFinding.Found found) {
        LifetimeModel model = found.model();
        return Json.createObjectBuilder()
                .add(
                        "model",
                        Json.createObjectBuilder()
                                .add("asOf", model.asOf().toString())
                                .add("kind", model.kind().name())
                                .add(
                                        "parameters",
                                        Json.createArrayBuilder(model.orders().parameters()))
                                .add(
                                        "spend",
                                        Json.createArrayBuilder()
                                                .add(model.spend().p())
                                                .add(model.spend().q())
                                                .add(model.spend().gamma()))
                                .add("customers", model.customers())
                                .add("fitted", model.fitted())
                                .add("repeaters", model.repeaters())
                                .add("spendCorrelation", model.spendCorrelation()))
                .add("check", check(found.check()));
    }

    private static JsonObjectBuilder check(LifetimeCheck check) {
        JsonArrayBuilder models = Json.createArrayBuilder();
        check.models()
                .forEach(model -> models.add(Json.createObjectBuilder()
                        .add("kind", model.kind().name())
                        .add("parameters", Json.createArrayBuilder(model.model().parameters()))
                        .add("logLikelihood", model.logLikelihood())
                        .add("error", error(model.error()))
                        .add("logLoss", model.logLoss())
                        .add("covered", model.covered())));
        JsonArrayBuilder groups = Json.createArrayBuilder();
        check.groups()
                .forEach(group -> groups.add(Json.createObjectBuilder()
                        .add("frequency", group.frequency())
                        .add("customers", group.customers())
                        .add("came", group.came())
                        .add("expected", group.expected())
                        .add("sameRate", group.sameRate())));
        return Json.createObjectBuilder()
                .add("cutOff", check.cutOff().toString())
                .add("days", check.days())
                .add("customers", check.customers())
                .add("came", check.came())
                .add("sameRate", error(check.sameRate()))
                .add("models", models)
                .add("groups", groups)
                .add(
                        "gain",
                        Json.createArrayBuilder()
                                .add(check.gain().mean())
                                .add(check.gain().low())
                                .add(check.gain().high()));
    }

    private static JsonObjectBuilder error(ForecastError error) {
        return Json.createObjectBuilder()
                .add("expected", error.expected())
                .add("correlation", error.correlation())
                .add("meanAbsolute", error.meanAbsolute())
                .add("rootMeanSquare", error.rootMeanSquare());
    }

    static LifetimeFinding read(String text) {
        JsonObject json = parsed(text);
        return json.containsKey("refusal")
                ? new LifetimeFinding.Refused(json.getString("refusal"))
                : new LifetimeFinding.Found(model(json.getJsonObject("model")), check(json.getJsonObject("check")));
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static LifetimeModel model(JsonObject json) {
        double[] spend = numbers(json, "spend");
        return new LifetimeModel(
                LocalDate.parse(json.getString("asOf")),
                RepeatModelKind.valueOf(json.getString("kind")),
                orders(json),
                new GammaGamma(spend[0], spend[1], spend[2]),
                json.getInt("customers"),
                json.getInt("fitted"),
                json.getInt("repeaters"),
                number(json, "spendCorrelation"));
    }

    private static RepeatModel orders(JsonObject json) {
        return RepeatModelKind.valueOf(json.getString("kind")).with(numbers(json, "parameters"));
    }

    private static LifetimeCheck check(JsonObject json) {
        double[] gain = numbers(json, "gain");
        return new LifetimeCheck(
                LocalDate.parse(json.getString("cutOff")),
                json.getInt("days"),
                json.getInt("customers"),
                json.getJsonNumber("came").longValue(),
                error(json.getJsonObject("sameRate")),
                json.getJsonArray("models")
                        .getValuesAs((JsonObject model) -> new ModelCheck(
                                RepeatModelKind.valueOf(model.getString("kind")),
                                orders(model),
                                number(model, "logLikelihood"),
                                error(model.getJsonObject("error")),
                                number(model, "logLoss"),
                                number(model, "covered"))),
                json.getJsonArray("groups")
                        .getValuesAs((JsonObject group) -> new FrequencyGroup(
                                group.getInt("frequency"),
                                group.getInt("customers"),
                                number(group, "came"),
                                number(group, "expected"),
                                number(group, "sameRate"))),
                new LifetimeCheck.Gain(gain[0], gain[1], gain[2]));
    }

    private static ForecastError error(JsonObject json) {
        return new ForecastError(
                number(json, "expected"),
                number(json, "correlation"),
                number(json, "meanAbsolute"),
                number(json, "rootMeanSquare"));
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static double[] numbers(JsonObject json, String name) {
        return json.getJsonArray(name).stream()
                .mapToDouble(value -> ((JsonNumber) value).doubleValue())
                .toArray();
    }
}
