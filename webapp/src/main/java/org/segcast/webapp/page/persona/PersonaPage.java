/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Optional;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.persona.PersonaAnswer;
import org.segcast.webapp.persona.PersonaDraft;
import org.segcast.webapp.persona.PersonaText;
import org.segcast.webapp.persona.Personas;
import org.segcast.webapp.security.Role;

/** One segment's portrait, and its text to be edited. */
@Named("personaPage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class PersonaPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Personas personas;

    @Inject
    private Formats formats;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private String key = "";
    private String title = "";
    private String strategy = "";
    private String notes = "";
    private int version;
    private transient Optional<Persona> persona;

    /** Called once the address was read. */
    public void open() {
        Optional<PersonaText> text = found().map(Persona::text);
        if (text.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        title = text.get().title();
        strategy = text.get().strategy();
        notes = text.get().notes();
        version = text.get().version();
    }

    public String save() {
        if (!visitor.may(Role.MARKETER)) {
            return null;
        }
        persona = null;
        PersonaAnswer answer = personas.keep(key, new PersonaDraft(title, strategy, notes, version), visitor.getName());
        if (answer instanceof PersonaAnswer.Saved) {
            notices.done("Saved.");
            return "/persona?faces-redirect=true&key=" + formats.parameter(key);
        }
        if (answer instanceof PersonaAnswer.Refused refused) {
            notices.refused(refused.problem());
        } else if (answer instanceof PersonaAnswer.Outdated outdated) {
            notices.refused(outdated.problem());
        }
        return null;
    }

    public boolean isFound() {
        return found().isPresent();
    }

    public Persona getPersona() {
        return found().orElseThrow();
    }

    public String getPortrait() {
        return PersonaHtml.of(getPersona(), formats);
    }

    /** Who edited it last; empty text while it is as suggested. */
    public String getEdited() {
        return getPersona()
                .text()
                .change()
                .map(change -> "Edited by " + change.by() + ", " + formats.moment(change.at()))
                .orElse("");
    }

    private Optional<Persona> found() {
        if (persona == null) {
            persona = personas.find(key);
        }
        return persona;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title == null ? "" : title;
    }

    public String getStrategy() {
        return strategy;
    }

    public void setStrategy(String strategy) {
        this.strategy = strategy == null ? "" : strategy;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes == null ? "" : notes;
    }
}
