/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.segcast.it.Checkout;
import org.segcast.it.Patience;

/** The war that the build made, as Arquillian deploys it. */
final class Deployed {
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String OPEN = "<url-pattern>/login.xhtml</url-pattern>";
    private static final String RUNNER = "<url-pattern>/ArquillianServletRunnerEE9/*</url-pattern>";

    private Deployed() {}

    /** As it is, for tests over HTTP. */
    static WebArchive asBuilt() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Checkout.war().toFile());
    }

    /** With a door for Arquillian's own servlet, which cannot sign in. */
    static WebArchive withTests() {
        WebArchive war = asBuilt().addClass(Patience.class);
        String webXml = text(war);
        if (!webXml.contains(OPEN)) {
            throw new AssertionError("web.xml no longer opens the sign-in page with " + OPEN);
        }
        war.delete(WEB_XML);
        return war.add(new StringAsset(webXml.replace(OPEN, OPEN + RUNNER)), WEB_XML);
    }

    private static String text(WebArchive war) {
        try (InputStream in = war.get(WEB_XML).getAsset().openStream()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
