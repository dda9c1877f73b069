/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.segcast.connector.http.JsonBytes;

/**
 * An Oro application with its CRM and commerce parts on the loopback, as strict as the real one where its public API documentation and the shapes in its functional
 * tests say how it behaves: media types, tokens that run out, filters that are not supported, page sizes, associations that are cut, batch updates that finish later.
 *
 * <p>Not here: the rest of Oro's API, its forms and its permissions, except that a test can take the right to read a resource away.
 */
final class OroStandIn implements AutoCloseable {
    static {
        // without it each answer waits some 40 ms for the client's acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static final String CLIENT = "segcast-client";
    static final String SECRET = "s3cret-of-the-client";
    private static final String MEDIA = "application/vnd.api+json";

    /** An answer out of turn, before anything is looked at. */
    record Fault(int status, Map<String, String> headers, String body) {}

    private record Reply(int status, Optional<Map<String, Object>> body, Map<String, String> headers) {
        static Reply of(int status, Map<String, Object> body) {
            return new Reply(status, Optional.of(body), Map.of());
        }

        static Reply empty(int status) {
            return new Reply(status, Optional.empty(), Map.of());
        }
    }

    private final JsonBytes json = new JsonBytes();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String base;
    private final Map<String, Instant> tokens = new TreeMap<>();
    private final Set<String> denied = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> undeletable = new TreeSet<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final OroRecords records = new OroRecords(this::now);
    private final OroStructure structure = new OroStructure();
    private final OroOperations operations = new OroOperations(records, this::now);
    private OptionalInt largestPage = OptionalInt.empty();
    private int pageCap = Integer.MAX_VALUE;
    private Duration tokenLife = Duration.ofHours(1);
    private Instant now = Instant.parse("2025-06-01T00:00:00Z");
    private boolean apiDisabled;
    private boolean limping;

    OroStandIn() {
        this("/api");
    }

    OroStandIn(String base) {
        this.base = base;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized Instant now() {
        return now;
    }

    synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    OroRecords records() {
        return records;
    }

    OroStructure structure() {
        return structure;
    }

    OroOperations operations() {
        return operations;
    }

    synchronized void tokensLive(Duration life) {
        tokenLife = life;
    }

    /** As when an administrator deactivates and activates the application again. */
    synchronized void revokeTokens() {
        tokens.clear();
    }

    synchronized int tokensGiven() {
        return (int) asked.stream().filter("POST /oauth2-token"::equals).count();
    }

    /** Larger pages are refused, as since Oro 6.1. */
    synchronized void refusesPagesAbove(int size) {
        largestPage = OptionalInt.of(size);
    }

    /** Larger pages are cut without a word, as before. */
    synchronized void cutsPagesAt(int size) {
        pageCap = size;
    }

    synchronized void deny(String type) {
        denied.add(type);
    }

    synchronized void allow(String type) {
        denied.remove(type);
    }

    /** The user may see and change these and not delete them. */
    synchronized void denyDeleting(String type) {
        undeletable.add(type);
    }

    /** An application without the bundle that the resource belongs to. */
    synchronized void withoutResource(String type) {
        missing.add(type);
    }

    synchronized void disableApi() {
        apiDisabled = true;
    }

    synchronized void next(Fault... inTurn) {
        faults.addAll(List.of(inTurn));
    }

    /** Every second request meets an Oro that is just being restarted. */
    synchronized void limps() {
        limping = true;
    }

    /** Method and path with its parameters, in the order asked. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized void forgetAsked() {
        asked.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply;
        synchronized (this) {
            asked.add(exchange.getRequestMethod() + " "
                    + URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8));
            if (limping && asked.size() % 2 == 1) {
                faults.add(new Fault(502, Map.of(), "<html>Bad Gateway</html>"));
            }
            if (!faults.isEmpty()) {
                send(exchange, faults.poll());
                return;
            }
            reply = reply(exchange, body);
        }
        byte[] bytes = reply.body().map(json::bytes).orElse(new byte[0]);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void send(HttpExchange exchange, Fault fault) throws IOException {
        byte[] bytes = fault.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        fault.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(fault.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.equals("/oauth2-token")) {
                return token(exchange, body);
            }
            if (!path.startsWith(base + "/") || apiDisabled) {
                return new Reply(404, Optional.empty(), Map.of("Content-Type", "text/html; charset=UTF-8"));
            }
            if (!authorised(exchange)) {
                return new Reply(401, Optional.empty(), Map.of("WWW-Authenticate", "Bearer"));
            }
            media(exchange, body);
            Reply reply = resource(exchange, path.substring(base.length() + 1).split("/"), body);
            Map<String, String> headers = new TreeMap<>(reply.headers());
            reply.body().ifPresent(any -> headers.put("Content-Type", MEDIA));
            return new Reply(reply.status(), reply.body(), headers);
        } catch (OroRefusal e) {
            return new Reply(e.status(), Optional.of(e.body()), Map.of("Content-Type", MEDIA));
        }
    }

    private Reply token(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        JsonObject asks = object(body);
        if (!exchange.getRequestMethod().equals("POST")
                || asks.getString("client_id", "").isEmpty()) {
            String message = "The request is missing a required parameter, includes an invalid parameter value, "
                    + "includes a parameter more than once, or is otherwise malformed.";
            return new Reply(
                    400,
                    Optional.of(Map.of("error", "invalid_request", "message", message, "error_description", message)),
                    headers);
        }
        if (!asks.getString("grant_type", "").equals("client_credentials")
                || !asks.getString("client_id").equals(CLIENT)
                || !asks.getString("client_secret", "").equals(SECRET)) {
            String message = "Client authentication failed";
            return new Reply(
                    401,
                    Optional.of(Map.of("error", "invalid_client", "message", message, "error_description", message)),
                    headers);
        }
        String token = "token-" + tokensGiven();
        tokens.put(token, now.plus(tokenLife));
        return new Reply(
                200,
                Optional.of(Map.of("token_type", "Bearer", "expires_in", tokenLife.toSeconds(), "access_token", token)),
                Map.of("Content-Type", "application/json; charset=UTF-8"));
    }

    private boolean authorised(HttpExchange exchange) {
        String header = header(exchange, "Authorization");
        Instant end = tokens.getOrDefault(header.replaceFirst("^Bearer ", ""), Instant.MIN);
        return header.startsWith("Bearer ") && now.isBefore(end);
    }

    /** Without JSON:API's media type Oro answers in its plain API, which is another one; here that is refused. */
    private static void media(HttpExchange exchange, byte[] body) {
        boolean writes = !exchange.getRequestMethod().equals("GET");
        if (!header(exchange, "Accept").equals(MEDIA)) {
            throw OroRefusal.of(
                    406,
                    "not acceptable http exception",
                    "The \"Accept\" request header does not accept JSON:API content type.");
        }
        if (writes && body.length > 0 && !header(exchange, "Content-Type").equals(MEDIA)) {
            throw OroRefusal.of(
                    415,
                    "unsupported media type http exception",
                    "The \"Content-Type\" request header should be \"application/vnd.api+json\".");
        }
    }

    private Reply resource(HttpExchange exchange, String[] path, byte[] body) {
        String type = path[0];
        if (type.equals("asyncoperations")) {
            return operation(exchange, path);
        }
        if (type.equals("entitystructures")) {
            return structure(path);
        }
        if (!OroResources.known(type) || missing.contains(type)) {
            throw OroRefusal.of(404, "entity type constraint", "Unknown entity type: " + type + ".");
        }
        if (denied.contains(type)) {
            throw OroRefusal.denied();
        }
        boolean overridden = header(exchange, "X-HTTP-Method-Override").equalsIgnoreCase("GET");
        String method = overridden ? "GET" : exchange.getRequestMethod();
        Map<String, String> parameters = overridden ? inBody(object(body)) : parameters(exchange);
        OroListQuery query = new OroListQuery(type, parameters, largestPage);
        if (path.length == 4 && path[2].equals("relationships") && type.equals("tags")) {
            return tagging(method, records.need(new OroKey("tags", path[1])).key(), body);
        }
        if (path.length == 1) {
            return switch (method) {
                case "GET" -> list(exchange, type, query);
                case "POST" -> create(type, object(body));
                case "PATCH" -> batch(type, object(body));
                default -> throw OroRefusal.of(405, "method not allowed http exception", "Method Not Allowed");
            };
        }
        OroKey key = new OroKey(type, path[1]);
        return switch (method) {
            case "GET" -> Reply.of(200, records.document(records.need(key), query));
            case "PATCH" -> update(key, object(body));
            case "DELETE" -> delete(key);
            default -> throw OroRefusal.of(405, "method not allowed http exception", "Method Not Allowed");
        };
    }

    /** A tag takes its taggings along; the tags of a taxonomy stay, without one. */
    private Reply delete(OroKey key) {
        records.need(key);
        if (undeletable.contains(key.type())) {
            throw OroRefusal.denied();
        }
        records.delete(key);
        if (key.type().equals("taxonomies")) {
            records.all("tags").stream()
                    .filter(tag -> tag.one().get("taxonomy").filter(key::equals).isPresent())
                    .forEach(tag -> tag.to("taxonomy", Optional.empty()));
        }
        return Reply.empty(204);
    }

    private Reply list(HttpExchange exchange, String type, OroListQuery query) {
        List<OroEntry> found = records.all(type).stream().filter(query::passes).toList();
        boolean total = List.of(header(exchange, "X-Include").split(";")).contains("totalCount");
        Map<String, String> headers =
                total ? Map.of("X-Include-Total-Count", Integer.toString(found.size())) : Map.of();
        Map<String, Object> told = records.document(query.page(found, pageCap), query);
        return new Reply(200, Optional.of(told), headers);
    }

    private Reply create(String type, JsonObject body) {
        JsonObject data = data(body, type);
        JsonObject attributes = part(data, "attributes");
        named(type, attributes.getString("name", ""), Optional.empty());
        OroEntry made = records.add(type).with("name", attributes.getString("name"));
        if (type.equals("taxonomies")) {
            made.with("backgroundColor", colour(attributes));
        } else {
            made.to("taxonomy", Optional.empty());
        }
        part(data, "relationships").forEach((name, value) -> relate(made, name, value.asJsonObject()));
        return Reply.of(201, records.document(made, new OroListQuery(type, Map.of(), OptionalInt.empty())));
    }

    private Reply update(OroKey key, JsonObject body) {
        OroEntry entry = records.need(key);
        JsonObject data = data(body, key.type());
        if (!OroKey.of(data, "/data").equals(key)) {
            throw OroRefusal.of(
                    409,
                    "conflict constraint",
                    "The identifier of the primary data object should match the identifier specified in the query string");
        }
        part(data, "attributes").forEach((name, value) -> {
            if (name.equals("name")) {
                named(key.type(), ((JsonString) value).getString(), Optional.of(key));
            }
            entry.change(name, ((JsonString) value).getString(), now);
        });
        part(data, "relationships").forEach((name, value) -> relate(entry, name, value.asJsonObject()));
        return Reply.of(200, records.document(entry, new OroListQuery(key.type(), Map.of(), OptionalInt.empty())));
    }

    private void relate(OroEntry entry, String name, JsonObject relationship) {
        if (!entry.one().containsKey(name)) {
            throw OroRefusal.invalid(
                    "extra fields constraint", "This form should not contain extra fields: \"" + name + "\".", "/data");
        }
        OroKey target = OroKey.of(relationship.getJsonObject("data"), "/data/relationships/" + name + "/data");
        if (records.find(target).isEmpty()) {
            throw OroRefusal.invalid(
                    "form constraint", "The entity does not exist.", "/data/relationships/" + name + "/data");
        }
        entry.to(name, Optional.of(target));
    }

    /** Names of tags are unique in an organisation, those of taxonomies are not. */
    private void named(String type, String name, Optional<OroKey> self) {
        if (!Set.of("tags", "taxonomies").contains(type)) {
            throw OroRefusal.of(405, "action not allowed exception", "The \"create\" action is not allowed.");
        }
        if (name.isBlank()) {
            throw OroRefusal.invalid(
                    "not blank constraint", "This value should not be blank.", "/data/attributes/name");
        }
        if (name.length() > 50) {
            throw OroRefusal.invalid(
                    "length constraint",
                    "This value is too long. It should have 50 characters or less.",
                    "/data/attributes/name");
        }
        boolean taken = type.equals("tags")
                && records.all("tags").stream()
                        .filter(tag -> self.filter(tag.key()::equals).isEmpty())
                        .anyMatch(tag -> name.equals(tag.attribute("name")));
        if (taken) {
            throw OroRefusal.invalid(
                    "unique entity constraint", "This value is already used.", "/data/attributes/name");
        }
    }

    private static Object colour(JsonObject attributes) {
        String colour = attributes.getString("backgroundColor", "#000000");
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw OroRefusal.invalid(
                    "css color constraint", "This value is not a valid CSS color.", "/data/attributes/backgroundColor");
        }
        return colour;
    }

    private Reply tagging(String method, OroKey tag, byte[] body) {
        if (method.equals("GET")) {
            OroListQuery only = new OroListQuery("tags", Map.of("fields[tags]", "entities"), OptionalInt.empty());
            return Reply.of(200, records.document(records.need(tag), only));
        }
        List<OroKey> entities = new ArrayList<>();
        for (JsonValue value : object(body).getJsonArray("data")) {
            OroKey entity = OroKey.of(value.asJsonObject(), "/data/" + entities.size());
            if (!OroRecords.taggable(entity.type())) {
                throw OroRefusal.invalid("form constraint", "The entity is not acceptable.", "/data");
            }
            if (records.find(entity).isEmpty()) {
                throw OroRefusal.invalid("form constraint", "The entity does not exist.", "/data");
            }
            entities.add(entity);
        }
        switch (method) {
            case "POST" -> records.entities(tag).addAll(entities);
            case "DELETE" -> records.entities(tag).removeAll(entities);
            default -> throw OroRefusal.of(405, "method not allowed http exception", "Method Not Allowed");
        }
        return Reply.empty(204);
    }

    private Reply batch(String type, JsonObject body) {
        if (!type.equals("contacts")) {
            throw OroRefusal.of(405, "action not allowed exception", "The \"update_list\" action is not allowed.");
        }
        if (!(body.get("data") instanceof JsonArray data) || data.isEmpty()) {
            throw OroRefusal.invalid(
                    "request data constraint", "The primary data object collection should not be empty", "/data");
        }
        return Reply.of(202, operations.take(data));
    }

    private Reply structure(String[] path) {
        String id = path.length == 2 ? path[1] : "";
        if (!id.equals(OroStructure.CONTACT)) {
            throw OroRefusal.of(404, "not found http exception", "Entity \"" + id + "\" is not configurable.");
        }
        return Reply.of(200, structure.document());
    }

    private Reply operation(HttpExchange exchange, String[] path) {
        if (path.length == 3) {
            Map<String, String> parameters = parameters(exchange);
            int size = Integer.parseInt(parameters.getOrDefault("page[size]", "10"));
            int number = Integer.parseInt(parameters.getOrDefault("page[number]", "1"));
            return Reply.of(200, operations.errors(path[1], size, number));
        }
        return Reply.of(200, operations.state(path[1]));
    }

    private static JsonObject data(JsonObject body, String type) {
        if (!(body.get("data") instanceof JsonObject data)) {
            throw OroRefusal.invalid("request data constraint", "The primary data object should not be empty", "/data");
        }
        if (!data.getString("type", "").equals(type)) {
            throw OroRefusal.of(
                    409,
                    "conflict constraint",
                    "The 'type' property of the primary data object should match the requested resource");
        }
        return data;
    }

    private static JsonObject part(JsonObject data, String name) {
        return data.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject object(byte[] body) {
        try {
            return json.value(body).asJsonObject();
        } catch (JsonException | ClassCastException e) {
            throw OroRefusal.of(400, "bad request http exception", "Invalid json message received.");
        }
    }

    /** Filters in a body are structured as the names in brackets are. */
    private static Map<String, String> inBody(JsonObject body) {
        Map<String, String> found = new LinkedHashMap<>();
        body.forEach((name, value) -> flatten(name, value, found));
        return found;
    }

    private static void flatten(String name, JsonValue value, Map<String, String> found) {
        if (value instanceof JsonObject inner) {
            inner.forEach((key, one) -> flatten(name + "[" + key + "]", one, found));
        } else {
            found.put(name, value instanceof JsonString text ? text.getString() : value.toString());
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> found = new LinkedHashMap<>();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
