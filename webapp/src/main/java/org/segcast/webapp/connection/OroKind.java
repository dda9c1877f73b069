/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.oro.OroConfig;
import org.segcast.connector.oro.OroCrm;
import org.segcast.connector.spi.HostCrm;

/** An OroCRM, with OroCommerce's orders. */
@ApplicationScoped
public class OroKind implements HostKind {
    @Inject
    private CallGuards guards;

    @Inject
    private Clock clock;

    @Override
    public String key() {
        return "oro";
    }

    @Override
    public String label() {
        return "OroCRM";
    }

    @Override
    public String about() {
        return "An OroCRM with the orders of OroCommerce, and an OAuth application of type client credentials made there.";
    }

    @Override
    public List<HostSetting> settings() {
        return HttpHost.settings(
                "Oro",
                HostSetting.required(
                        "client-id", "Client ID", "Of the OAuth application, under System, User Management"),
                HostSetting.secret("client-secret", "Client secret", "Oro shows it once, when the application is made"),
                HostSetting.required("currency", "Currency", "The one in which you report, such as EUR"),
                HostSetting.advanced(
                        "api-path", "API path", "/admin/api where the back office has that prefix", "/api"),
                HostSetting.advanced("segment-field", "Field for the segment", "Of type String", "segcast_segment"),
                HostSetting.advanced("score-field", "Field for the score", "Of type Float or Decimal", "segcast_score"),
                HostSetting.advanced(
                        "reason-field", "Field for the reason", "Of type Text or String", "segcast_reason"),
                HostSetting.advanced(
                        "email-opt-out-field", "Field for opt-outs", "Of type Boolean: true means no mail", "none"),
                HostSetting.advanced(
                        "no-profiling-tag",
                        "Tag for objections",
                        "Contacts with this tag are in no segment, score or training",
                        "No profiling"),
                HostSetting.advanced(
                        HostSetting.FIELDS,
                        "Fields",
                        "Names of contacts' fields to learn from, comma separated",
                        "the usual ones"),
                HostSetting.advanced("page-size", "Records at once", "At most so many in one answer", "500"),
                HostSetting.advanced(
                        "batch-timeout",
                        "Time for a batch",
                        "Such as PT10M: Oro writes scores in the background",
                        "PT10M"));
    }

    @Override
    public List<String> problems(Map<String, String> texts) {
        return OroConfig.problems(texts);
    }

    /** The client tells organisations of one Oro apart. */
    @Override
    public String place(Map<String, String> texts) {
        return HttpHost.server(texts)
                .map(server -> server + " " + texts.getOrDefault("client-id", ""))
                .orElse("");
    }

    @Override
    public String describe(Map<String, String> texts) {
        return HttpHost.server(texts).map(server -> "Oro at " + server).orElse("OroCRM, not set up yet");
    }

    @Override
    public HostCrm open(Map<String, String> texts) {
        OroConfig config = OroConfig.from(texts);
        return new OroCrm(config, guards.of(config.url(), config.policy()), clock, HttpPause.SLEEP);
    }

    @Override
    public Optional<URI> orderPage(Map<String, String> texts, String orderId) {
        return problems(texts).isEmpty() ? OroConfig.from(texts).orderPage(orderId) : Optional.empty();
    }

    @Override
    public Optional<URI> contactPage(Map<String, String> texts, String contactId) {
        return problems(texts).isEmpty() ? OroConfig.from(texts).contactPage(contactId) : Optional.empty();
    }
}
