/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A folder of CSV files as host CRM. Start at {@link org.segcast.connector.csv.CsvCrm}; the columns are in {@link org.segcast.connector.csv.CsvConfig}.
 *
 * <p>Never here: what the rows mean for segments, or anything that keeps a whole file in memory.
 */
package org.segcast.connector.csv;
