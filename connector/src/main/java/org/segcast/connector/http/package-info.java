/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What every host over HTTP needs: its settings, sending with a time-out for the whole answer, treating a slow, busy or broken host well, and the steps of a connection test. Start at
 * {@link org.segcast.connector.http.HttpCalls}; what a host's own answers mean is told by the host.
 *
 * <p>Never here: words or rules of a certain CRM, and the clock: it comes from outside.
 */
package org.segcast.connector.http;
