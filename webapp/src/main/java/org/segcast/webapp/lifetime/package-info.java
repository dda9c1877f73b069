/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What customers are worth: a model is looked for on request, kept with its check, and applied to everybody with every run. Start at
 * {@link org.segcast.webapp.lifetime.Lifetimes}.
 *
 * <p>Never here: the models themselves, pages.
 */
package org.segcast.webapp.lifetime;
