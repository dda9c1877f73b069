/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.persona.Persona;

/** A portrait as a file of its own: no script, nothing loaded from elsewhere, fit for paper. */
public final class PersonaDocument {
    private static final String STYLE = """
            @page{size:A4;margin:16mm}
            body{margin:0 auto;max-width:760px;padding:16px;font:14px/1.45 "Liberation Sans",Arial,sans-serif;color:#16202E;background:#FFFFFF}
            h1{font-size:24px;margin:0 0 4px}h2{font-size:16px;margin:20px 0 6px;page-break-after:avoid}h3{font-size:14px;margin:8px 0 2px}p{margin:0 0 6px}
            table{width:100%;border-collapse:collapse}tr{page-break-inside:avoid}th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;font-weight:normal}
            thead th,.persona-note,.kind,.persona-figures span,.persona-traits th span{color:#465264;font-size:12px}
            .persona-traits td,.persona-traits th,.persona-list td,.persona-list th{border-bottom:1px solid #E2E6EB}
            .persona-figures span,.persona-traits th span{display:block}.persona-figures b{font-size:22px;font-weight:normal}
            .num{text-align:right;white-space:nowrap;width:70px}
            .persona-traits .half{width:15%;padding-left:0;padding-right:0;text-align:right}.persona-traits .half.more{border-left:1px solid #838D9C;text-align:left;padding-left:0}
            .persona-traits thead .half{padding-right:6px}.persona-traits thead .half.more{padding-left:6px;border-left:0}
            .bar-less,.bar-more{height:12px;margin-top:4px;background:#AE8A24}.bar-more{background:#2457C5}
            .persona-trend>tbody>tr>td{padding-right:24px}.persona-list .num{width:46px}
            @media screen and (max-width:640px){.persona-traits .half{display:none}.persona-trend>tbody>tr>td{display:block;padding-right:0}}
            @media print{body{font-size:12px;padding:0}h2{margin:14px 0 4px}th,td{padding:2px 8px 2px 0}.persona-traits th span,.persona-note{font-size:10px}}
            .persona-trend{table-layout:fixed}.stems{table-layout:fixed;max-width:300px}.stems td{vertical-align:bottom;height:50px;padding:0 4px 0 0;border-bottom:1px solid #838D9C}.stems div{background:#2457C5}
            """;

    private PersonaDocument() {}

    /** Well-formed as XML too. */
    public static String of(Persona persona, Formats formats) {
        Markup out = new Markup();
        out.raw(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\"/>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"robots\" content=\"noindex\"/>");
        out.element("title", persona.text().title()).raw("<style>" + STYLE + "</style></head><body>");
        out.element("h1", persona.text().title());
        out.element(
                "p class=\"kind\"",
                "Portrait of the segment “" + persona.segment().name() + "”, as of " + formats.date(persona.asOf()));
        return out.raw(PersonaHtml.of(persona, formats) + "</body></html>\n").toString();
    }
}
