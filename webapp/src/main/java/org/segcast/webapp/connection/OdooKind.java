/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.spi.HostCrm;

/** An Odoo server's database. */
@ApplicationScoped
public class OdooKind implements HostKind {
    @Inject
    private CallGuards guards;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public String key() {
        return "odoo";
    }

    @Override
    public String label() {
        return "Odoo";
    }

    @Override
    public String about() {
        return "An Odoo of your own or in the cloud, with an API key made there under Preferences, Security.";
    }

    @Override
    public List<HostSetting> settings() {
        return List.of(
                HostSetting.required("url", "Address", "Such as https://crm.example; a path is not needed"),
                HostSetting.required("database", "Database", "The name of Odoo's database"),
                HostSetting.required("user", "User", "The login of the API key's owner"),
                HostSetting.secret("api-key", "API key", "Made in Odoo under Preferences, Security, New API Key"),
                HostSetting.advanced(
                        "no-profiling-tag",
                        "Tag for objections",
                        "Contacts with this tag are in no segment, score or training",
                        "No profiling"),
                HostSetting.advanced(
                        "no-profiling-field",
                        "Field for objections",
                        "A yes-or-no field of contacts that says the same, such as x_no_profiling",
                        "none"),
                HostSetting.advanced(
                        "contact-level",
                        "Contacts",
                        "company: companies and people on their own; person: also the people of companies",
                        "company"),
                HostSetting.advanced(
                        HostSetting.FIELDS,
                        "Fields",
                        "Technical names of contacts' fields to learn from, comma separated",
                        "the usual ones"),
                HostSetting.advanced("connect-timeout", "Time to connect", "Such as PT10S for ten seconds", "PT10S"),
                HostSetting.advanced("request-timeout", "Time for an answer", "Such as PT2M for two minutes", "PT2M"),
                HostSetting.advanced("attempts", "Attempts", "How often a call is tried while Odoo is busy", "4"),
                HostSetting.advanced("parallel", "Requests at once", "At most so many; fewer while Odoo is slow", "4"),
                HostSetting.advanced(
                        "business-hours",
                        "Business hours",
                        "Such as 08:00-18:00 Europe/Berlin: Segcast goes slowly then",
                        "none"),
                HostSetting.advanced(
                        "business-pause",
                        "Pause in business hours",
                        "Between two calls, such as PT0.5S for half a second",
                        "PT0.5S"));
    }

    @Override
    public List<String> problems(Map<String, String> texts) {
        return OdooConfig.problems(texts);
    }

    @Override
    public String place(Map<String, String> texts) {
        return server(texts)
                .map(server -> server + " " + texts.getOrDefault("database", ""))
                .orElse("");
    }

    @Override
    public String describe(Map<String, String> texts) {
        return server(texts)
                .filter(server -> texts.containsKey("database"))
                .map(server -> "Odoo at " + server + ", database " + texts.get("database"))
                .orElse("Odoo, not set up yet");
    }

    /** Empty for an address that has a password in it, too: it must not be shown. */
    private static Optional<String> server(Map<String, String> texts) {
        try {
            URI url = URI.create(texts.getOrDefault("url", ""));
            return url.getRawAuthority() == null || url.getRawAuthority().contains("@")
                    ? Optional.empty()
                    : Optional.of(url.getScheme() + "://" + url.getRawAuthority());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public HostCrm open(Map<String, String> texts) {
        OdooConfig config = OdooConfig.from(texts);
        return new OdooCrm(config, executor, guards.of(config.url(), config.policy()));
    }

    @Override
    public Optional<URI> orderPage(Map<String, String> texts, String orderId) {
        return problems(texts).isEmpty() ? OdooConfig.from(texts).orderPage(orderId) : Optional.empty();
    }

    @Override
    public Optional<URI> contactPage(Map<String, String> texts, String contactId) {
        return problems(texts).isEmpty() ? OdooConfig.from(texts).contactPage(contactId) : Optional.empty();
    }
}
