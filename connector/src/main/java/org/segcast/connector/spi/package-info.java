/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What a host CRM must offer, and the records that cross that border. Start at {@link org.segcast.connector.spi.HostCrm}.
 *
 * <p>Never here: a CRM's own words or wire formats, storage, threads, containers.
 */
package org.segcast.connector.spi;
