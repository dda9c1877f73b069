/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The sample CRM: a made-up outdoor shop as a folder of CSV files, from a seed, with the truth about every customer beside it. Start at {@link
 * org.segcast.connector.sample.SampleFolder}.
 *
 * <p>Never here: real people, and anything a run of the product needs besides the sample.
 */
package org.segcast.connector.sample;
