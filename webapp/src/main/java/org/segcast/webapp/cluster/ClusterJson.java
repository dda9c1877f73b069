/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.segcast.predictive.cluster.Cluster;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterTrial;
import org.segcast.predictive.cluster.scaling.ScaledFeature;
import org.segcast.predictive.cluster.scaling.ScaledNumber;
import org.segcast.predictive.cluster.scaling.ScaledWord;
import org.segcast.predictive.cluster.scaling.Scaling;

/** A clustering as JSON, to be kept. Constructors check what was read once more. */
final class ClusterJson {
    private ClusterJson() {}

    static String write(Clustering clustering) {
        JsonArrayBuilder features = Json.createArrayBuilder();
        clustering.model().scaling().features().forEach(feature -> features.add(feature(feature)));
        JsonArrayBuilder clusters = Json.createArrayBuilder();
        clustering
                .model()
                .clusters()
                .forEach(cluster -> clusters.add(Json.createObjectBuilder()
                        .add("centre", Json.createArrayBuilder(cluster.centre()))
                        .add("reach", cluster.reach())
                        .add("members", cluster.members())));
        JsonArrayBuilder segments = Json.createArrayBuilder();
        clustering
                .segments()
                .forEach(segment -> segments.add(Json.createObjectBuilder()
                        .add("key", segment.key())
                        .add("name", segment.name())
                        .add("colour", segment.colour())
                        .add("tagged", segment.tagged())));
        return Json.createObjectBuilder()
                .add("features", features)
                .add("clusters", clusters)
                .add("chosen", trial(clustering.chosen()))
                .add("segments", segments)
                .build()
                .toString();
    }

    private static JsonObjectBuilder feature(ScaledFeature feature) {
        if (feature instanceof ScaledNumber number) {
            return Json.createObjectBuilder()
                    .add("number", number.feature())
                    .add("log", number.log())
                    .add("low", number.low())
                    .add("high", number.high())
                    .add("mean", number.mean())
                    .add("deviation", number.deviation());
        }
        ScaledWord word = (ScaledWord) feature;
        return Json.createObjectBuilder()
                .add("word", word.feature())
                .add("words", Json.createArrayBuilder(word.words()))
                .add("shares", Json.createArrayBuilder(word.shares()))
                .add("weight", word.weight());
    }

    private static JsonObjectBuilder trial(ClusterTrial trial) {
        return Json.createObjectBuilder()
                .add("clusters", trial.clusters())
                .add("silhouette", trial.silhouette())
                .add("byChance", trial.byChance())
                .add("stability", trial.stability())
                .add("smallest", trial.smallest());
    }

    static Clustering read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Clustering(
                    new ClusterModel(
                            new Scaling(json.getJsonArray("features").getValuesAs(ClusterJson::scaled)),
                            json.getJsonArray("clusters").getValuesAs(ClusterJson::cluster)),
                    chosen(json.getJsonObject("chosen")),
                    json.getJsonArray("segments").getValuesAs(ClusterJson::segment));
        }
    }

    private static ScaledFeature scaled(JsonObject json) {
        return json.containsKey("number")
                ? new ScaledNumber(
                        json.getString("number"),
                        json.getBoolean("log"),
                        number(json, "low"),
                        number(json, "high"),
                        number(json, "mean"),
                        number(json, "deviation"))
                : new ScaledWord(
                        json.getString("word"),
                        json.getJsonArray("words").getValuesAs(JsonString::getString),
                        numbers(json.getJsonArray("shares")),
                        number(json, "weight"));
    }

    private static Cluster cluster(JsonObject json) {
        return new Cluster(numbers(json.getJsonArray("centre")), number(json, "reach"), json.getInt("members"));
    }

    private static ClusterTrial chosen(JsonObject json) {
        return new ClusterTrial(
                json.getInt("clusters"),
                number(json, "silhouette"),
                number(json, "byChance"),
                number(json, "stability"),
                number(json, "smallest"));
    }

    private static ClusterSegment segment(JsonObject json) {
        return new ClusterSegment(
                json.getString("key"), json.getString("name"), json.getInt("colour"), json.getBoolean("tagged"));
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static List<Double> numbers(JsonArray array) {
        return array.getValuesAs(JsonNumber::doubleValue);
    }
}
