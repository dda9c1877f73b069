/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

/** Pearson's correlation in one pass (Welford's updates). */
public final class Correlation {
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    public void add(double x, double y) {
        count++;
        double offX = x - meanX;
        double offY = y - meanY;
        meanX += offX / count;
        meanY += offY / count;
        squaresX += offX * (x - meanX);
        squaresY += offY * (y - meanY);
        products += offX * (y - meanY);
    }

    /** 0 where one of the two never varied. */
    public double value() {
        double spread = Math.sqrt(squaresX) * Math.sqrt(squaresY);
        return spread > 0 ? products / spread : 0;
    }
}
