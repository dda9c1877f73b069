/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.SegcastException;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.connection.ConnectionTrials;
import org.segcast.webapp.connection.ConnectionTrials.Fields;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Role;

/** Which fields of contacts are read. The CRM is asked only to show them. */
@Named("fieldsPage")
@RequestScoped
public class FieldsPage {
    @Inject
    private ConnectionBook book;

    @Inject
    private ConnectionTrials trials;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private Optional<CrmConnection> connection = Optional.empty();
    private Optional<Fields> fields = Optional.empty();
    private String trouble = "";

    @PostConstruct
    void look() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String id = faces.getExternalContext().getRequestParameterMap().getOrDefault("id", "");
        connection = id.matches("[0-9]{1,18}") ? book.find(Long.parseLong(id)) : Optional.empty();
        if (connection.isEmpty()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Fields fields() {
        if (fields.isEmpty()) {
            try {
                fields = Optional.of(trials.fields(getId()));
            } catch (SegcastException unanswered) {
                trouble = unanswered.getMessage();
                fields = Optional.of(new Fields(false, List.of()));
            }
        }
        return fields.orElseThrow();
    }

    public String save() {
        String[] names = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("field", new String[0]);
        if (names.length == 0) {
            notices.refused("Choose at least one field, or the usual ones.");
            return here();
        }
        return choose(List.of(names));
    }

    public String useDefaults() {
        return choose(List.of());
    }

    private String choose(List<String> names) {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        Change change = book.chooseFields(getId(), names, visitor.getName());
        if (change instanceof Change.Refused refused) {
            notices.refused(refused.reason());
        } else if (change instanceof Change.Invalid invalid) {
            notices.refused(invalid.problems().get(0).text() + ".");
        } else {
            notices.done("Saved. A full resync reads these fields of every contact.");
        }
        return here();
    }

    private String here() {
        return "/fields?faces-redirect=true&id=" + getId();
    }

    public boolean isFound() {
        return connection.isPresent();
    }

    public long getId() {
        return connection.orElseThrow().id();
    }

    public String getName() {
        return connection.orElseThrow().name();
    }

    public boolean isEditable() {
        return visitor.isAdmin() && !connection.orElseThrow().fromEnvironment();
    }

    public boolean isChoosable() {
        return fields().choosable();
    }

    /** Why the CRM did not answer; empty text where it did. */
    public String getTrouble() {
        fields();
        return trouble;
    }

    public List<CrmField> getAll() {
        return fields().all();
    }

    /** Contacts that the coverage was counted in. */
    public long getLookedAt() {
        return getAll().stream().mapToLong(CrmField::total).max().orElse(0);
    }

    public String type(CrmField field) {
        return formats.capital(field.type().name().toLowerCase(Locale.ROOT));
    }

    /** Whole percent of contacts that have a value in it. */
    public long coverage(CrmField field) {
        return field.total() == 0 ? 0 : Math.round(100.0 * field.filled() / field.total());
    }
}
