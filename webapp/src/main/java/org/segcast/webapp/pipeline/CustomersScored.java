/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import java.time.LocalDate;

/**
 * A run scored the customers: what else follows the data every day is due. Whoever observes it works within the run's step.
 *
 * @param asOf the run's date
 */
public record CustomersScored(LocalDate asOf) {}
