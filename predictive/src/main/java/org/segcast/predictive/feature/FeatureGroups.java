/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.HashMap;
import java.util.Map;

/** Which group a feature is in, by its name; a word of notes by how it begins, whatever else is not our own is a contact attribute. */
final class FeatureGroups {

    private static final Map<String, FeatureGroup> BY_NAME = byName();

    private FeatureGroups() {}

    static FeatureGroup of(String feature) {
        FeatureGroup known = BY_NAME.get(feature);
        if (known != null) {
            return known;
        }
        if (CurrencyFeature.isNamed(feature)) {
            return FeatureGroup.CURRENCY;
        }
        return Feature.isNote(feature) ? FeatureGroup.NOTES : FeatureGroup.ATTRIBUTES;
    }

    private static Map<String, FeatureGroup> byName() {
        Map<String, FeatureGroup> groups = new HashMap<>();
        for (PurchaseFeature known : PurchaseFeature.values()) {
            groups.put(known.key(), known.group());
        }
        for (PurchaseDetail known : PurchaseDetail.values()) {
            groups.put(known.feature().name(), known.group());
        }
        EngagementFeature.all().forEach(known -> groups.put(known.name(), FeatureGroup.ENGAGEMENT));
        ChannelFeature.all().forEach(known -> groups.put(known.name(), FeatureGroup.CHANNEL));
        for (ProfileField known : ProfileField.values()) {
            groups.put(known.key(), known.group());
        }
        return groups;
    }
}
