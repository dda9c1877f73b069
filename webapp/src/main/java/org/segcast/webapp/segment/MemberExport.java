/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import org.segcast.predictive.feature.CsvLine;

/** A segment's members as a file. */
@ApplicationScoped
public class MemberExport {
    @Inject
    private Segments segments;

    /** Writes {@code contact_id,name,email,email_allowed,orders,spent,last_order,score,band} by name; {@code email_allowed} is yes or no. */
    public void write(String segment, Writer out) {
        CsvLine line = new CsvLine(out);
        for (String column : List.of(
                "contact_id", "name", "email", "email_allowed", "orders", "spent", "last_order", "score", "band")) {
            line.text(column);
        }
        line.end();
        segments.each(segment, member -> row(line, member));
    }

    private static void row(CsvLine line, Member member) {
        line.text(member.contactId())
                .text(member.name())
                .text(member.email())
                .text(member.emailAllowed() ? "yes" : "no")
                .number(member.orders())
                .number(member.spent())
                .text(member.lastOrder().map(Object::toString).orElse(""))
                .number(member.chance().orElse(Double.NaN))
                .text(member.band())
                .end();
    }
}
