/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What sets a segment apart from all customers: differences and lifts, tested, and told only where they are large and no chance finds. Start at
 * {@link org.segcast.predictive.persona.TraitSearch}. Never here: a database, or words for marketers.
 */
package org.segcast.predictive.persona;
