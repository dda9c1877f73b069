/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.Trainer;
import org.segcast.predictive.response.TrainerDescription;
import org.segcast.predictive.response.linear.Encoding;
import org.segcast.predictive.response.linear.LinearModel;
import org.segcast.predictive.response.linear.Term;

/**
 * Logistic regression with a ridge (le Cessie and van Houwelingen 1992) by Weka's {@code Logistic} over our own columns. Deterministic:
 * there is no chance in it, so the seed is of no account. The model keeps the base rate of its training windows as it is; where seasons
 * move that rate, percentages are off by as much, and the calibration of the test window shows it.
 *
 * <p>No Weka type stands in this class, so that none loads before the settings are made.
 */
public final class LogisticTrainer implements Trainer {

    /** Fixed: some shrinkage for correlated columns; with thousands of examples it hardly moves the well supported ones. */
    public static final double RIDGE = 5;

    private static final String WEKA_VERSION = "3.8.7";

    private final double ridge;

    /**
     * @param wekaHome a folder for Weka's own files, made if absent
     */
    public LogisticTrainer(Path wekaHome) {
        this(wekaHome, RIDGE);
    }

    LogisticTrainer(Path wekaHome, double ridge) {
        SegcastException.require(ridge > 0, "the ridge must be positive, found " + ridge);
        this.ridge = ridge;
        WekaSettings.apply(wekaHome);
    }

    @Override
    public TrainerDescription description() {
        return new TrainerDescription("Logistic regression (Weka Logistic)", WEKA_VERSION, "ridge " + ridge);
    }

    @Override
    public ResponseModel train(Dataset dataset, long seed) {
        int responders = dataset.responders();
        SegcastException.require(
                responders > 0 && responders < dataset.size(),
                "training needs both outcomes, found " + responders + " responders of " + dataset.size());
        Encoding encoding = Encoding.fit(dataset);
        if (encoding.columns().isEmpty()) {
            return new LinearModel(
                    dataset.schema(), Math.log((double) responders / (dataset.size() - responders)), List.of());
        }
        double[] found = new LogisticFit(encoding.rows(), dataset.outcomes(), ridge).coefficients();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < encoding.columns().size(); i++) {
            terms.add(new Term(encoding.columns().get(i), found[i + 1]));
        }
        return new LinearModel(dataset.schema(), found[0], terms);
    }
}
