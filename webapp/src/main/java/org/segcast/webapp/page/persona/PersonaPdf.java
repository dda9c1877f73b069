/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A portrait's document as PDF, its font within. What the font lacks, such as Chinese, is shown as a mark. */
public final class PersonaPdf {

    static {
        FontMappers.set(new OneFont());
        XRLog.setLoggingEnabled(false);
    }

    private PersonaPdf() {}

    /** @param document as {@link PersonaDocument} writes it; nothing it might refer to is loaded */
    public static byte[] of(String document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useUriResolver((base, address) -> null);
            builder.useFont(OneFont::stream, "Liberation Sans");
            builder.withHtmlContent(document, "");
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException unwritten) {
            throw new UncheckedIOException("a portrait's PDF could not be made", unwritten);
        }
    }
}
