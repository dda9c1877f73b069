/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.history.EngagementKind;

/** The measures of what happens beside orders: for each kind how often in the last 365 days and how long ago, and two rates of mails. */
public final class EngagementFeature {

    static final int WINDOW_DAYS = 365;
    private static final Map<EngagementKind, Words> WORDS = new EnumMap<>(Map.of(
            EngagementKind.MAIL_SENT,
                    new Words("mails_sent", "mail_sent", "mails", "Marketing mails sent to the contact"),
            EngagementKind.MAIL_OPENED, new Words("mails_opened", "mail_opened", "mails", "Marketing mails opened"),
            EngagementKind.MAIL_CLICKED,
                    new Words("mails_clicked", "mail_clicked", "mails", "Marketing mails with a click"),
            EngagementKind.MEETING, new Words("meetings", "meeting", "meetings", "Meetings"),
            EngagementKind.LEAD_WON, new Words("leads_won", "lead_won", "leads", "Leads and opportunities won"),
            EngagementKind.LEAD_LOST, new Words("leads_lost", "lead_lost", "leads", "Leads and opportunities lost"),
            EngagementKind.WEBSITE_VISIT,
                    new Words("website_visits", "website_visit", "visits", "Visits to the website")));

    private static final Feature OPEN_RATE = new Feature(
            "mail_open_rate",
            FeatureType.NUMERIC,
            "share",
            "Mails opened for each one sent, in the last 365 days; missing without mails.");
    private static final Feature CLICK_RATE = new Feature(
            "mail_click_rate",
            FeatureType.NUMERIC,
            "share",
            "Mails with a click for each one sent, in the last 365 days; missing without mails.");
    private static final List<Feature> ALL = features();

    /** @param count and {@code last} as parts of names */
    private record Words(String count, String last, String unit, String what) {}

    private EngagementFeature() {}

    /** In the order of the matrix: counts, days since, rates. */
    static List<Feature> all() {
        return ALL;
    }

    public static String countName(EngagementKind kind) {
        return WORDS.get(kind).count() + "_365d";
    }

    public static String daysName(EngagementKind kind) {
        return "days_since_" + WORDS.get(kind).last();
    }

    /** The kind that a count or a number of days is about. */
    public static Optional<EngagementKind> kindOf(String feature) {
        return WORDS.keySet().stream()
                .filter(kind -> feature.equals(countName(kind)) || feature.equals(daysName(kind)))
                .findFirst();
    }

    private static List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        WORDS.forEach((kind, words) -> features.add(new Feature(
                countName(kind), FeatureType.NUMERIC, words.unit(), words.what() + " in the last 365 days.")));
        WORDS.forEach((kind, words) -> features.add(new Feature(
                daysName(kind),
                FeatureType.NUMERIC,
                Feature.DAYS,
                "Whole days since the last " + words.last().replace('_', ' ') + "; missing without.")));
        features.add(OPEN_RATE);
        features.add(CLICK_RATE);
        return List.copyOf(features);
    }
}
