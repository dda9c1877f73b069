/**
 * The port through which contacts and their purchases stream in, sorted; start with
 * {@link org.segcast.predictive.history.PurchaseHistories}. Never here: where they come from (a mirror, a file, a partition).
 */
package org.segcast.predictive.history;
