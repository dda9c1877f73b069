/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in over HTTP as browsers and proxies do it. */
class SignInIT {
    private static final Map<String, String> PROXY =
            Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Host", "crm.example");
    private static final String SESSION = "SEGCASTSESSION";

    private final Path folder = Checkout.fresh(Checkout.target().resolve("sign-in-crm"));
    private final SegcastServer server =
            new SegcastServer("sign-in").with("SEGCAST_CRM", "csv").with("SEGCAST_CSV_DIR", folder.toString());

    @BeforeEach
    void an_empty_folder() throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), "id,name,email\n");
        Files.writeString(folder.resolve("orders.csv"), "id,contact_id,date,amount,currency,state\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PageReader signedIn(String password) {
        PageReader reader = new PageReader(server);
        assertEquals(302, reader.signIn("admin", password).status());
        assertEquals(200, reader.open("dashboard.xhtml").status());
        return reader;
    }

    @Test
    void a_browsers_session_reads_the_api_and_changes_nothing() {
        server.start();
        String cookies = signedIn(server.password()).cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        SegcastApi session = SegcastApi.nobody(server.address()).with("Cookie", cookies);
        assertEquals(200, session.get("status").status());
        for (Answer forged : List.of(
                session.post("runs", "{}"),
                session.post("push", "{}"),
                session.post("accounts", "{\"name\":\"forged\",\"role\":\"admin\"}"),
                session.delete("accounts/admin"))) {
            assertEquals(403, forged.status(), forged::toString);
            assertTrue(forged.problem(), forged::toString);
        }
    }

    @Test
    void a_changed_password_makes_all_other_browsers_cookies_worthless_and_a_malformed_header_is_401() {
        server.start();
        PageReader own = signedIn(server.password());
        PageReader other = signedIn(server.password());
        Map<String, String> stolen = other.cookies();
        Map<String, String> withoutSession = other.cookies();
        withoutSession.remove(SESSION);
        assertTrue(withoutSession.size() > 0 && stolen.size() > withoutSession.size(), stolen::toString);

        String changed = Checkout.password();
        Answer answer = own.submit(
                "profile.xhtml",
                "change",
                Map.of("current", server.password(), "wanted", changed, "repeated", changed));
        assertEquals(302, answer.status(), answer::toString);

        assertEquals(200, own.open("dashboard.xhtml").status(), "one's own browser stays signed in");
        for (Map<String, String> cookies : List.of(stolen, withoutSession)) {
            Answer refused = own.withCookies(cookies).open("dashboard.xhtml");
            assertEquals(302, refused.status(), refused::toString);
            assertTrue(refused.header("Location").contains("login.xhtml"), refused.header("Location"));
            Answer around = own.withCookies(cookies).open("jakarta.faces.resource/../dashboard.xhtml");
            assertNotEquals(200, around.status(), "what a way around the check finds");
        }
        assertEquals(200, signedIn(changed).open("profile.xhtml").status());
        for (Map<String, String> cookies : List.of(stolen, withoutSession)) {
            Answer refused = own.withCookies(cookies).openAs("dashboard.xhtml", "Basic bm90Om9uZQ==");
            assertEquals(401, refused.status(), "a header beside the cookies does not help either: " + refused);
        }
        PageReader client = new PageReader(server);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    200,
                    client.openAs("api/v1/status", basic(changed)).status(),
                    "a client of the API may keep the cookies it gets");
        }

        for (String header : List.of("Basic not*base64", "Basic bm9jb2xvbg==", "Basic", "Basic ", "Nonsense x")) {
            Answer unknown = SegcastApi.nobody(server.address())
                    .with("Authorization", header)
                    .get("status");
            assertEquals(401, unknown.status(), () -> header + ": " + unknown);
            assertTrue(unknown.problem(), () -> header + ": " + unknown);
        }
    }

    private static String basic(String password) {
        byte[] pair = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void behind_a_proxy_with_tls_every_cookie_is_for_tls_only() {
        server.with("SEGCAST_HTTPS", "true").start();
        PageReader browser = new PageReader(server, PROXY);
        Answer form = browser.open("login.xhtml");
        Answer entered = browser.signIn("admin", server.password());
        assertEquals(302, entered.status(), entered::toString);
        assertTrue(entered.header("Location").startsWith("https://"), entered.header("Location"));
        for (Answer answer : List.of(form, entered)) {
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                assertTrue(cookie.contains("Secure"), cookie);
            }
        }
        assertEquals(200, browser.open("dashboard.xhtml").status());
        assertFalse(server.log().contains(server.password()), "the password is in a log");
    }
}
