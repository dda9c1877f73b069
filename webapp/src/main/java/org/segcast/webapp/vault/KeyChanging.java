/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.vault;

/** The key that secrets are sealed with changes: whoever keeps some seals anew what is not sealed with the present one. What can't be opened stays as it is. */
public record KeyChanging() {}
