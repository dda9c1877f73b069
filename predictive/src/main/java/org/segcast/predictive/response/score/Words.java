/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

/** The words of a reason: a headline, a sentence, and a few words with the number in them. */
record Words(String headline, String detail, String brief) {}
