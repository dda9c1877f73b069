/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What happens when the server starts. The only package that knows all others' beginnings. */
package org.segcast.webapp.startup;
