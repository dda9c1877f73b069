/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.segcast.connector.sample.SampleTables.Region;

/** Who a customer is: drawn mostly apart from what is bought, with the few traces that people leave in a CRM. */
record SamplePerson(
        String name,
        String email,
        String phone,
        String company,
        boolean emailOptOut,
        boolean noProfiling,
        String gender,
        int age,
        Region region,
        String city,
        String zip,
        String industry,
        String channel,
        String survey,
        String note) {
    static final List<String> HEADER = List.of(
            "id",
            "name",
            "email",
            "phone",
            "company",
            "email_opt_out",
            "no_profiling",
            "gender",
            "age",
            "country",
            "city",
            "zip",
            "language",
            "industry",
            "signup_channel",
            "signup_date",
            "outdoor_how_often",
            "note");
    private static final List<String> INDUSTRIES =
            List.of("Mountain guiding", "Tourism", "Schools and youth work", "Forestry", "Film and events");
    private static final List<String> COMPANIES =
            List.of("Bergschule", "Outdoor Events", "Alpine Guides", "Forest Works", "Jugendreisen");

    static SamplePerson draw(SampleCustomer customer, SampleTables tables, Draws draws) {
        Region region = region(tables.regions, draws);
        boolean woman = draws.chance(0.48);
        String first = draws.pick(woman ? region.women() : region.men());
        String family = draws.pick(region.family());
        String[] city = draws.pick(region.cities()).split(":");
        boolean business = draws.chance(customer.type() == CustomerType.BIG_BASKET ? 0.3 : 0.05);
        return new SamplePerson(
                first + " " + family,
                ascii(first + "." + family) + "." + customer.id()
                        + (draws.chance(0.7) ? "@example.org" : "@example.com"),
                draws.chance(0.6) ? "+00 555 01" + draws.between(1000, 9999) : "",
                business ? family + " " + draws.pick(COMPANIES) : "",
                draws.chance(0.2),
                draws.chance(0.02),
                draws.chance(0.04) ? "" : woman ? "female" : "male",
                age(customer.type(), draws),
                region,
                city[0],
                city[1],
                business ? draws.pick(INDUSTRIES) : "",
                channel(customer.type(), draws),
                draws.chance(0.55) ? trace(customer.type(), "survey", tables, draws) : "",
                draws.chance(0.3) ? trace(customer.type(), "note", tables, draws) : "");
    }

    List<String> cells(String id, LocalDate since) {
        return List.of(
                id,
                name,
                email,
                phone,
                company,
                emailOptOut ? "1" : "0",
                noProfiling ? "1" : "0",
                gender,
                Integer.toString(age),
                region.country(),
                city,
                zip,
                region.language(),
                industry,
                channel,
                since.toString(),
                survey,
                note);
    }

    private static Region region(List<Region> regions, Draws draws) {
        int left = draws.below(regions.stream().mapToInt(Region::share).sum());
        for (Region region : regions) {
            left -= region.share();
            if (left < 0) {
                return region;
            }
        }
        return regions.get(0);
    }

    private static int age(CustomerType type, Draws draws) {
        double mean = switch (type) {
            case BIG_BASKET -> 51;
            case NEWCOMER -> 29;
            case BARGAIN_SEEKER -> 34;
            default -> 42;
        };
        return (int) Math.max(18, Math.min(88, draws.normal(mean, 12)));
    }

    private static String channel(CustomerType type, Draws draws) {
        if (draws.chance(0.5)) {
            return draws.pick(List.of("web", "store", "newsletter", "contest", "club"));
        }
        return switch (type) {
            case REGULAR -> "club";
            case BIG_BASKET -> "store";
            case BARGAIN_SEEKER -> "newsletter";
            case ONE_TIMER, PROSPECT -> "contest";
            default -> "web";
        };
    }

    /** Four of five traces fit the type, the fifth is anybody's. */
    private static String trace(CustomerType type, String kind, SampleTables tables, Draws draws) {
        CustomerType of = draws.chance(0.8) ? type : draws.pick(List.of(CustomerType.values()));
        return draws.pick(tables.texts(of, kind));
    }

    private static String ascii(String text) {
        String folded = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace(' ', '-');
        return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("[^a-z.-]", "");
    }
}
