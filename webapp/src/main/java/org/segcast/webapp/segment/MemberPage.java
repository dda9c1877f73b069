/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total rows of the whole list
 */
public record MemberPage(long total, List<Member> items) {
    public MemberPage {
        items = List.copyOf(items);
    }
}
