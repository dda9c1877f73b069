/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: signs in by the form, keeps cookies, reads pages and sends forms. */
public final class PageReader {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final SegcastServer server;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers;

    /** @param headers sent with every request, such as a proxy adds */
    public PageReader(SegcastServer server, Map<String, String> headers) {
        this.server = server;
        this.headers = Map.copyOf(headers);
    }

    public PageReader(SegcastServer server) {
        this(server, Map.of());
    }

    /** @return the answer to the form: a redirect where it let us in */
    public Answer signIn(String account, String password) {
        return submit("login.xhtml", "enter", Map.of("name", account, "password", password));
    }

    public Answer open(String page) {
        return kept(server.http(all()).get("/segcast/" + page));
    }

    /** With an Authorization header beside the cookies. */
    public Answer openAs(String page, String authorization) {
        Map<String, String> sent = all();
        sent.put("Authorization", authorization);
        return kept(server.http(sent).get("/segcast/" + page));
    }

    /** Sends the form that a page holds, with these fields filled in and this button pressed. */
    public Answer submit(String page, String button, Map<String, String> filled) {
        Map<String, String> fields = fields(open(page).body());
        fields.keySet()
                .removeIf(name ->
                        !name.endsWith("_SUBMIT") && !name.startsWith("jakarta.faces") && !name.contains("nonce"));
        fields.putAll(filled);
        fields.put(button, button);
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return kept(server.http(all()).postForm("/segcast/" + page, form));
    }

    /** The cookies that we hold, by name. */
    public Map<String, String> cookies() {
        return new TreeMap<>(cookies);
    }

    /** As somebody who got hold of another's cookies. */
    public PageReader withCookies(Map<String, String> stolen) {
        PageReader other = new PageReader(server, headers);
        other.cookies.putAll(stolen);
        return other;
    }

    private Map<String, String> all() {
        Map<String, String> sent = new LinkedHashMap<>(headers);
        if (!cookies.isEmpty()) {
            sent.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return sent;
    }

    private Answer kept(Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || pair[1].equals("\"\"")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            Matcher name = NAME.matcher(inputs.group());
            Matcher value = VALUE.matcher(inputs.group());
            if (name.find()) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
