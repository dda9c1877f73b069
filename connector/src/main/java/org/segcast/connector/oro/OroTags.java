/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/**
 * Our tags. Each has a taxonomy of its own whose name is {@code Segcast: } and the tag's key: Oro has no other place for an identity, and colours belong to taxonomies
 * too. So a tag that people rename stays ours, an admin's tag of the same name is never touched, and nothing is lost with Segcast's own data. See docs/decisions.
 *
 * <p>Where people put a second tag into such a taxonomy, the older one is ours.
 */
final class OroTags {
    static final String PREFIX = "Segcast: ";
    /** The taxonomy of tags for people who object to profiling. */
    static final String OBJECTIONS = "Segcast objections";

    private static final int LONGEST_NAME = 50;
    /** By slot, from 1; each readable under white text. */
    private static final List<String> COLOURS = List.of(
            "#B3261E", "#A8501A", "#8A6100", "#2E7D32", "#00796B", "#0B6FA4", "#3F51B5", "#6A3FB5", "#A0307F",
            "#5F6368");

    private static final String OBJECTIONS_COLOUR = "#5F6368";

    private final OroClient client;
    private final OroReader reader;
    private final String noProfilingTag;

    OroTags(OroClient client, OroConfig config) {
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
        this.noProfilingTag = config.noProfilingTag();
    }

    /** Makes what is missing; two reads when all is there. @return tag ids by our key */
    Map<String, String> prepare(List<TagDefinition> tags) {
        Map<String, String> taxonomies = taxonomies();
        Map<String, String> owned = new HashMap<>(byKey(tagsByTaxonomy(taxonomies.values()), taxonomies));
        for (TagDefinition tag : tags) {
            if (!owned.containsKey(tag.key())) {
                String name = taxonomy(tag.key());
                String taxonomy = Optional.ofNullable(taxonomies.get(name))
                        .orElseGet(() -> makeTaxonomy(name, COLOURS.get(tag.colour() - 1)));
                owned.put(tag.key(), makeTag(tag.name(), taxonomy));
            }
        }
        return owned;
    }

    /** Makes the admin's tag for objections, unless one of this name or in this taxonomy is there. */
    void prepareObjections() {
        Map<String, String> taxonomies = taxonomies();
        Optional<String> ours = Optional.ofNullable(taxonomies.get(OBJECTIONS));
        boolean there = taken(noProfilingTag)
                || ours.filter(id -> !tagsByTaxonomy(List.of(id)).isEmpty()).isPresent();
        if (!there) {
            makeTag(noProfilingTag, ours.orElseGet(() -> makeTaxonomy(OBJECTIONS, OBJECTIONS_COLOUR)));
        }
    }

    /** Our keys by tag id. */
    Map<String, String> keys() {
        Map<String, String> taxonomies = taxonomies();
        Map<String, String> keys = new HashMap<>();
        byKey(tagsByTaxonomy(taxonomies.values()), taxonomies).forEach((key, tag) -> keys.put(tag, key));
        return keys;
    }

    /** Names by id of all taxonomies that we made for tags of ours, those too that an answer which was lost left behind. */
    Map<String, String> ownTaxonomies() {
        Map<String, String> found = new TreeMap<>();
        reader.all(
                OroQuery.of("taxonomies").fields("taxonomies", "name"),
                page -> page.data()
                        .forEach(taxonomy -> taxonomy.text("name")
                                .filter(name -> name.startsWith(PREFIX))
                                .ifPresent(name -> found.put(taxonomy.id(), name))));
        return found;
    }

    /** Names by id of our tags in these taxonomies, one in each. */
    Map<String, String> own(Set<String> taxonomies) {
        Map<String, String> found = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        if (!taxonomies.isEmpty()) {
            OroQuery members = OroQuery.of("tags").any("taxonomy", taxonomies).fields("tags", "name", "taxonomy");
            reader.all(
                    members,
                    page -> page.data()
                            .forEach(tag -> tag.one("taxonomy")
                                    .filter(taxonomy -> seen.add(taxonomy.id()))
                                    .ifPresent(taxonomy ->
                                            found.put(tag.id(), tag.text("name").orElse("")))));
        }
        return found;
    }

    /** One call for all these contacts; refused as a whole where one of them does not exist. */
    void change(String tag, Direction direction, List<String> contacts) {
        String path = "tags/" + tag + "/relationships/entities";
        Map<String, Object> body = Map.of(
                "data",
                contacts.stream()
                        .map(contact -> Map.of("type", "contacts", "id", contact))
                        .toList());
        if (direction == Direction.ADDED) {
            client.post(path, body);
        } else {
            client.delete(path, body);
        }
    }

    private static String taxonomy(String key) {
        String name = PREFIX + key;
        if (name.length() > LONGEST_NAME) {
            throw new SegcastException(
                    ErrorCode.SETTINGS_INVALID,
                    "the segment key '" + key + "' is too long for Oro: give the segment a key of at most "
                            + (LONGEST_NAME - PREFIX.length()) + " characters");
        }
        return name;
    }

    /** Ids by name, of ours and of any with another name; of two with the same name the older one. */
    private Map<String, String> taxonomies() {
        Map<String, String> found = new TreeMap<>();
        OroQuery all = OroQuery.of("taxonomies").fields("taxonomies", "name");
        reader.all(
                all,
                page -> page.data()
                        .forEach(taxonomy -> taxonomy.text("name")
                                .filter(name -> name.startsWith(PREFIX) || name.equals(OBJECTIONS))
                                .ifPresent(name -> found.putIfAbsent(name, taxonomy.id()))));
        return found;
    }

    private Map<String, String> tagsByTaxonomy(Collection<String> taxonomies) {
        Map<String, String> found = new HashMap<>();
        if (!taxonomies.isEmpty()) {
            OroQuery members = OroQuery.of("tags").any("taxonomy", taxonomies).fields("tags", "taxonomy");
            reader.all(
                    members,
                    page -> page.data()
                            .forEach(tag -> tag.one("taxonomy")
                                    .ifPresent(taxonomy -> found.putIfAbsent(taxonomy.id(), tag.id()))));
        }
        return found;
    }

    private static Map<String, String> byKey(Map<String, String> tagsByTaxonomy, Map<String, String> taxonomies) {
        Map<String, String> owned = new HashMap<>();
        taxonomies.forEach((name, id) -> {
            if (name.startsWith(PREFIX) && tagsByTaxonomy.containsKey(id)) {
                owned.put(name.substring(PREFIX.length()), tagsByTaxonomy.get(id));
            }
        });
        return owned;
    }

    private String makeTaxonomy(String name, String colour) {
        return id(client.post(
                "taxonomies",
                Map.of(
                        "data",
                        Map.of("type", "taxonomies", "attributes", Map.of("name", name, "backgroundColor", colour)))));
    }

    private String makeTag(String name, String taxonomy) {
        Map<String, Object> body = Map.of(
                "type",
                "tags",
                "attributes",
                Map.of("name", free(name)),
                "relationships",
                Map.of("taxonomy", Map.of("data", Map.of("type", "taxonomies", "id", taxonomy))));
        try {
            return id(client.post("tags", Map.of("data", body)));
        } catch (SegcastException e) {
            return madeMeanwhile(taxonomy, e);
        }
    }

    /** An answer that was lost may have left the tag behind. */
    private String madeMeanwhile(String taxonomy, SegcastException why) {
        if (why.code() != ErrorCode.REQUEST_REFUSED) {
            throw why;
        }
        return Optional.ofNullable(tagsByTaxonomy(List.of(taxonomy)).get(taxonomy))
                .orElseThrow(() -> why);
    }

    /** Names are unique in an organisation of Oro. */
    private String free(String wanted) {
        String plain = cut(wanted, "");
        String ours = cut(wanted, " (Segcast)");
        return !taken(plain) ? plain : ours;
    }

    private static String cut(String name, String end) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
    }

    private boolean taken(String name) {
        OroQuery named = OroQuery.of("tags").where("name", name);
        return !client.get(named.fields("tags", "name").page(1)).data().isEmpty();
    }

    private static String id(OroDocument made) {
        return made.data().stream()
                .map(OroResource::id)
                .filter(OroQuery::isId)
                .findFirst()
                .orElseThrow(() -> new SegcastException(
                        ErrorCode.ANSWER_UNREADABLE, "Oro answered the making of a record without its id"));
    }
}
