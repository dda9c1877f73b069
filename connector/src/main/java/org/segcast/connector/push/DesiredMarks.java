/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/**
 * What the CRM should hold of our marks, and nothing else: marks held beyond it are taken away. Nobody without consent to profiling may be in it.
 *
 * @param tags every tag of ours, those without members too
 * @param members contact ids by tag key
 * @param scores by contact id
 */
public record DesiredMarks(List<TagDefinition> tags, Map<String, Set<String>> members, Map<String, ScoreMark> scores) {
    public DesiredMarks {
        tags = List.copyOf(tags);
        Map<String, Set<String>> copies = new TreeMap<>();
        members.forEach((key, ids) -> copies.put(key, Set.copyOf(ids)));
        members = Collections.unmodifiableMap(copies);
        scores = Map.copyOf(scores);
        Set<String> keys = new HashSet<>();
        for (TagDefinition tag : tags) {
            if (!keys.add(tag.key())) {
                throw new IllegalArgumentException("tag key '" + tag.key() + "' stands twice, expected once");
            }
        }
        for (String key : members.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("members of tag '" + key + "', which is not among the tags");
            }
        }
    }
}
