/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.response.Contribution;
import org.segcast.predictive.response.ResponseModel;

/** The strongest families of features behind one score, each told through its strongest member on the family's side. */
final class Reasons {

    private static final int MOST = 4;
    private static final double NOTHING = 0.05;

    private final ReasonWords words;
    private final Map<String, String> families = new LinkedHashMap<>();

    Reasons(FeatureSchema schema) {
        this.words = new ReasonWords(schema);
        schema.features().forEach(feature -> families.put(feature.name(), ReasonFamily.nameOf(feature.name())));
    }

    /** Families that move the log-odds by less than 0.05, about one point at best, are no reasons. */
    List<Reason> of(ResponseModel model, FeatureVector vector) {
        Map<String, List<Contribution>> byFamily = new LinkedHashMap<>();
        for (Contribution contribution : model.contributions(vector)) {
            byFamily.computeIfAbsent(families.get(contribution.feature()), family -> new ArrayList<>())
                    .add(contribution);
        }
        return byFamily.values().stream()
                .map(FamilySum::of)
                .filter(family -> Math.abs(family.value()) >= NOTHING)
                .sorted(Comparator.comparing(family -> -Math.abs(family.value())))
                .limit(MOST)
                .map(family -> reason(family, vector))
                .toList();
    }

    private Reason reason(FamilySum family, FeatureVector vector) {
        Words found = words.of(family.feature(), vector);
        return new Reason(
                family.feature(),
                family.value() > 0 ? Reason.Direction.RAISES : Reason.Direction.LOWERS,
                family.value(),
                found.headline(),
                found.detail(),
                found.brief());
    }

    private record FamilySum(String feature, double value) {

        static FamilySum of(List<Contribution> members) {
            double sum = 0;
            for (Contribution member : members) {
                sum += member.value();
            }
            double side = Math.signum(sum);
            String strongest = members.stream()
                    .max(Comparator.comparing(member -> side * member.value()))
                    .map(Contribution::feature)
                    .orElseThrow();
            return new FamilySum(strongest, sum);
        }
    }
}
