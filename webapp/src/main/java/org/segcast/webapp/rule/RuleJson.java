/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleCheck;
import org.segcast.predictive.rule.RuleVisitor;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/**
 * A rule as JSON, the same in the state database and in the API:
 *
 * <pre>{@code
 * {"all": [
 *   {"purchases": "spent", "lastDays": 365, "is": ">", "value": 1000},
 *   {"feature": "attr_country", "in": ["DE", "AT"]},
 *   {"not": {"purchases": "orders", "category": "Shoes", "is": ">=", "value": 1}},
 *   {"any": [{"feature": "order_count", "is": ">=", "value": 3}, {"feature": "attr_age", "filled": true}, {"segment": "champions"}]}
 * ]}
 * }</pre>
 */
public final class RuleJson {
    private static final List<Set<String>> SHAPES = List.of(
            Set.of("all"),
            Set.of("any"),
            Set.of("not"),
            Set.of("segment"),
            Set.of("feature", "is", "value"),
            Set.of("feature", "in"),
            Set.of("feature", "filled"));
    private static final Set<String> OF_PURCHASES =
            Set.of("purchases", "product", "category", "lastDays", "is", "value");

    private RuleJson() {}

    /** What is no rule, with its place and what was expected there. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String path, String expected) {
            super("At " + path + ": " + expected);
        }
    }

    /** @throws Unreadable if it is no JSON object or no rule */
    public static SegmentRule read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return read(reader.readObject());
        } catch (JsonException notAnObject) {
            throw new Unreadable("rule", "expected a JSON object such as {\"all\": [...]}.");
        }
    }

    /** @throws Unreadable if it is no rule */
    public static SegmentRule read(JsonObject json) {
        return read((JsonValue) json, "rule", 1);
    }

    private static SegmentRule read(JsonValue value, String path, int depth) {
        if (depth > RuleCheck.DEEPEST + 2) {
            throw new Unreadable(path, "groups go at most " + RuleCheck.DEEPEST + " levels deep.");
        }
        if (!(value instanceof JsonObject json)) {
            throw new Unreadable(
                    path,
                    "expected an object, found " + value.getValueType().name().toLowerCase(Locale.ROOT) + ".");
        }
        Set<String> names = json.keySet();
        boolean known = SHAPES.contains(names)
                || names.containsAll(Set.of("purchases", "is", "value")) && OF_PURCHASES.containsAll(names);
        if (!known) {
            throw new Unreadable(
                    path,
                    "expected one of {\"all\": [...]}, {\"any\": [...]}, {\"not\": {...}}, {\"segment\": key},"
                            + " {\"feature\": name, \"is\": \">=\", \"value\": number}, {\"feature\": name, \"in\": [words]},"
                            + " {\"feature\": name, \"filled\": true}, {\"purchases\": \"orders\", \"is\": \">=\", \"value\": number}"
                            + " with product, category and lastDays if wanted; found the names " + names + ".");
        }
        return shaped(json, path, depth);
    }

    private static SegmentRule shaped(JsonObject json, String path, int depth) {
        if (json.containsKey("all")) {
            return new AllOf(group(json, "all", path, depth));
        }
        if (json.containsKey("any")) {
            return new AnyOf(group(json, "any", path, depth));
        }
        if (json.containsKey("not")) {
            return new Not(read(json.get("not"), path + ".not", depth + 1));
        }
        if (json.containsKey("segment")) {
            return new MemberCondition(text(json, "segment", path));
        }
        return json.containsKey("purchases") ? purchase(json, path) : feature(json, path);
    }

    private static List<SegmentRule> group(JsonObject json, String name, String path, int depth) {
        if (!(json.get(name) instanceof JsonArray items)) {
            throw new Unreadable(path, "expected a list in \"" + name + "\".");
        }
        List<SegmentRule> rules = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rules.add(read(items.get(i), path + "." + name + "[" + i + "]", depth + 1));
        }
        return rules;
    }

    private static SegmentRule purchase(JsonObject json, String path) {
        String measure = text(json, "purchases", path);
        PurchaseMeasure known = Arrays.stream(PurchaseMeasure.values())
                .filter(each -> each.words().equals(measure))
                .findFirst()
                .orElseThrow(() ->
                        new Unreadable(path, "\"purchases\" is '" + measure + "', expected orders, spent or units."));
        PurchaseTotal total = new PurchaseTotal(
                known, optional(json, "product", path), optional(json, "category", path), days(json, path));
        return new PurchaseCondition(total, comparison(json, path), number(json, path));
    }

    private static SegmentRule feature(JsonObject json, String path) {
        String feature = text(json, "feature", path);
        if (json.containsKey("in")) {
            return new WordCondition(feature, words(json, path));
        }
        if (json.containsKey("filled")) {
            if (json.get("filled") != JsonValue.TRUE) {
                throw new Unreadable(path, "\"filled\" must be true; for the opposite, put it into {\"not\": {...}}.");
            }
            return new FilledCondition(feature);
        }
        return new NumberCondition(feature, comparison(json, path), number(json, path));
    }

    private static List<String> words(JsonObject json, String path) {
        if (!(json.get("in") instanceof JsonArray items)
                || items.stream().anyMatch(item -> !(item instanceof JsonString))) {
            throw new Unreadable(path, "expected a list of texts in \"in\".");
        }
        return items.getValuesAs(JsonString::getString);
    }

    private static Comparison comparison(JsonObject json, String path) {
        String sign = text(json, "is", path);
        return Arrays.stream(Comparison.values())
                .filter(each -> each.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        path,
                        "\"is\" is '" + sign + "', expected one of "
                                + Arrays.stream(Comparison.values())
                                        .map(Comparison::sign)
                                        .collect(Collectors.joining(" "))
                                + "."));
    }

    private static double number(JsonObject json, String path) {
        if (json.get("value") instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new Unreadable(path, "expected a number in \"value\".");
    }

    private static int days(JsonObject json, String path) {
        JsonValue value = json.getOrDefault("lastDays", Json.createValue(PurchaseTotal.EVER));
        if (value instanceof JsonNumber number && number.isIntegral()) {
            long days = number.bigDecimalValue()
                    .max(BigDecimal.valueOf(-1))
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .longValue();
            if (days >= 0) {
                return (int) days;
            }
        }
        throw new Unreadable(path, "expected a whole number of days from 0 on in \"lastDays\"; 0 is ever.");
    }

    private static String optional(JsonObject json, String name, String path) {
        return json.containsKey(name) ? text(json, name, path) : "";
    }

    private static String text(JsonObject json, String name, String path) {
        if (json.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw new Unreadable(path, "expected a text in \"" + name + "\".");
    }

    public static JsonObject write(SegmentRule rule) {
        return rule.accept(new Writer());
    }

    private static final class Writer implements RuleVisitor<JsonObject> {

        @Override
        public JsonObject allOf(AllOf rule) {
            return group("all", rule.rules());
        }

        @Override
        public JsonObject anyOf(AnyOf rule) {
            return group("any", rule.rules());
        }

        @Override
        public JsonObject not(Not rule) {
            return Json.createObjectBuilder()
                    .add("not", rule.rule().accept(this))
                    .build();
        }

        @Override
        public JsonObject number(NumberCondition condition) {
            return compared(
                    Json.createObjectBuilder().add("feature", condition.feature()),
                    condition.comparison(),
                    condition.value());
        }

        @Override
        public JsonObject word(WordCondition condition) {
            JsonArrayBuilder words = Json.createArrayBuilder();
            condition.words().forEach(words::add);
            return Json.createObjectBuilder()
                    .add("feature", condition.feature())
                    .add("in", words)
                    .build();
        }

        @Override
        public JsonObject filled(FilledCondition condition) {
            return Json.createObjectBuilder()
                    .add("feature", condition.feature())
                    .add("filled", true)
                    .build();
        }

        @Override
        public JsonObject purchase(PurchaseCondition condition) {
            PurchaseTotal total = condition.total();
            JsonObjectBuilder json =
                    Json.createObjectBuilder().add("purchases", total.measure().words());
            if (!total.product().isEmpty()) {
                json.add("product", total.product());
            }
            if (!total.category().isEmpty()) {
                json.add("category", total.category());
            }
            if (total.lastDays() != PurchaseTotal.EVER) {
                json.add("lastDays", total.lastDays());
            }
            return compared(json, condition.comparison(), condition.value());
        }

        @Override
        public JsonObject member(MemberCondition condition) {
            return Json.createObjectBuilder()
                    .add("segment", condition.segment())
                    .build();
        }

        private JsonObject group(String name, List<SegmentRule> rules) {
            JsonArrayBuilder items = Json.createArrayBuilder();
            rules.forEach(rule -> items.add(rule.accept(this)));
            return Json.createObjectBuilder().add(name, items).build();
        }

        private static BigDecimal plain(double value) {
            BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
            return number.scale() < 0 ? number.setScale(0) : number;
        }

        private static JsonObject compared(JsonObjectBuilder json, Comparison comparison, double value) {
            return json.add("is", comparison.sign()).add("value", plain(value)).build();
        }
    }
}
