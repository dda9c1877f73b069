/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks contacts up. */
@ApplicationScoped
public class Contacts {

    /** @param id the CRM's id */
    public Optional<ContactPortrait> find(String id) {
        return Optional.empty();
    }
}
