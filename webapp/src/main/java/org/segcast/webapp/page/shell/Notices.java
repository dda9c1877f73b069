/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** What a page tells after an action, also across a redirect: that it is done, or why it was refused. */
@Named("notices")
@RequestScoped
public class Notices {

    public void done(String what) {
        tell(FacesMessage.SEVERITY_INFO, what);
    }

    public void refused(String why) {
        tell(FacesMessage.SEVERITY_ERROR, why);
    }

    /** A refusal that belongs to one field; the page is shown again with what was typed. */
    public void refused(String field, String why) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, ""));
    }

    /** What was refused; empty text where nothing was. */
    public String getRefusal() {
        return joined(FacesContext.getCurrentInstance().getMessageList(null));
    }

    /** What was refused at one field, by its client id. */
    public String of(String field) {
        return joined(FacesContext.getCurrentInstance().getMessageList(field));
    }

    private static String joined(List<FacesMessage> messages) {
        return messages.stream()
                .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0)
                .map(FacesMessage::getSummary)
                .collect(Collectors.joining(" "));
    }

    private static void tell(Severity severity, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(severity, text, ""));
    }
}
