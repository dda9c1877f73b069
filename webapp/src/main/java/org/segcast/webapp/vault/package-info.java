/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Seals secrets so that the state database never holds them in plain text, and changes the key they are sealed with. Start at
 * {@link org.segcast.webapp.vault.Vault}.
 *
 * <p>Never here: whose secrets they are, and where the sealed texts are kept.
 */
package org.segcast.webapp.vault;
