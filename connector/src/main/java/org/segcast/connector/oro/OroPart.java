/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;

/** A resource of Oro that tells engagement. Its records are of several kinds, each a series of ids: Oro's word for the kind, a hyphen and the number. */
interface OroPart {
    String type();

    /** In words for people, such as "opportunities". */
    String label();

    /** The relationship that tells the kind. */
    String kindField();

    /** By Oro's word. Records of other kinds are no engagement. */
    Map<String, EngagementKind> kinds();

    /** Only what counts for contacts, as far as Oro can tell it apart. */
    OroQuery ofContacts(OroQuery query);

    /** Only what changed; everything where Oro's API cannot ask for that. */
    OroQuery changedSince(OroQuery query, Instant since);

    /** What {@link #record} needs. */
    List<String> fields();

    /** @throws IllegalArgumentException with a reason without personal data */
    EngagementRecord record(OroResource resource, String id, EngagementKind kind);
}
