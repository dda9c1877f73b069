/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * OroCRM as the host CRM, over its JSON:API; orders come from OroCommerce where it is installed beside. Start at {@link org.segcast.connector.oro.OroCrm};
 * Oro's words (taxonomy, customer user, asynchronous operation) end at this package's border.
 *
 * <p>Never here: storage, containers, what a segment means, and any write outside our own tags and the three fields made for us.
 */
package org.segcast.connector.oro;
