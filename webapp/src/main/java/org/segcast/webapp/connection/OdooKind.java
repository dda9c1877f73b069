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
        return HttpHost.settings(
                "Odoo",
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
                        "the usual ones"));
    }

    @Override
    public List<String> problems(Map<String, String> texts) {
        return OdooConfig.problems(texts);
    }

    @Override
    public String place(Map<String, String> texts) {
        return HttpHost.server(texts)
                .map(server -> server + " " + texts.getOrDefault("database", ""))
                .orElse("");
    }

    @Override
    public String describe(Map<String, String> texts) {
        return HttpHost.server(texts)
                .filter(server -> texts.containsKey("database"))
                .map(server -> "Odoo at " + server + ", database " + texts.get("database"))
                .orElse("Odoo, not set up yet");
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
