/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Locale;
import org.segcast.predictive.feature.EngagementFeature;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.history.EngagementKind;

/** The words of what happened beside orders. */
final class EngagementWords {

    private EngagementWords() {}

    static Words of(EngagementKind kind, Feature feature, double value) {
        return feature.name().equals(EngagementFeature.daysName(kind)) ? last(kind, value) : count(kind, value);
    }

    private static Words last(EngagementKind kind, double days) {
        String brief = Double.isNaN(days)
                ? "no " + one(kind) + " yet"
                : "last " + one(kind) + " " + Numbers.days(days) + " ago";
        return words(brief);
    }

    private static Words count(EngagementKind kind, double count) {
        String times = count > 0 ? Numbers.count(count, one(kind), many(kind)) : "no " + one(kind);
        return words(times + " in the last 365 days");
    }

    private static Words words(String brief) {
        String headline = brief.substring(0, 1).toUpperCase(Locale.ROOT) + brief.substring(1);
        return new Words(headline, headline + ".", brief);
    }

    private static String one(EngagementKind kind) {
        return switch (kind) {
            case MAIL_SENT -> "mail sent";
            case MAIL_OPENED -> "mail opened";
            case MAIL_CLICKED -> "mail with a click";
            case MEETING -> "meeting";
            case LEAD_WON -> "lead won";
            case LEAD_LOST -> "lead lost";
            case WEBSITE_VISIT -> "website visit";
        };
    }

    private static String many(EngagementKind kind) {
        return switch (kind) {
            case MAIL_SENT -> "mails sent";
            case MAIL_OPENED -> "mails opened";
            case MAIL_CLICKED -> "mails with a click";
            case MEETING -> "meetings";
            case LEAD_WON -> "leads won";
            case LEAD_LOST -> "leads lost";
            case WEBSITE_VISIT -> "website visits";
        };
    }
}
