/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.quality;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.warehouse.Flaw;

/**
 * One flaw with how far it goes.
 *
 * @param records that have it
 * @param of all records of that kind: contacts, or orders
 * @param contacts touched
 * @param segments touched, most members first
 */
public record QualityFinding(
        Flaw flaw,
        String title,
        String effect,
        String toDo,
        long records,
        long of,
        long contacts,
        List<Example> examples,
        List<Touched> segments) {
    public QualityFinding {
        examples = List.copyOf(examples);
        segments = List.copyOf(segments);
    }

    /** @param crmPage where the CRM shows the contact; empty where it has no pages */
    public record Example(String contactId, String what, Optional<URI> crmPage) {}

    /** A segment some of whose members are touched. */
    public record Touched(String key, String name, long members) {}

    public boolean clean() {
        return records == 0;
    }
}
