/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What all tests of the whole house share: a real server as a process, its API, and patience. Start at {@link org.segcast.it.SegcastServer}.
 *
 * <p>Never here: what the tests assert.
 */
package org.segcast.it;
