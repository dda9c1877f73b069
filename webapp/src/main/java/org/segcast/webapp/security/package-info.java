/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Who may do what: accounts with one of three roles, sign-in for pages, Basic and bearer for the API, security headers.
 * Start at {@link org.segcast.webapp.security.SignIn}.
 *
 * <p>Never here: what pages or endpoints do once somebody is let in.
 */
package org.segcast.webapp.security;
