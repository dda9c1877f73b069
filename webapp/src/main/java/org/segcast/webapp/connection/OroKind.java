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
        return List.of(
                HostSetting.required("url", "Address", "Such as https://crm.example; a path is not needed"),
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
                        "left-out-fields",
                        "Fields not to be read",
                        "Names apart by commas, such as sums of orders",
                        "none"),
                HostSetting.advanced("page-size", "Records at once", "At most so many in one answer", "500"),
                HostSetting.advanced(
                        "batch-timeout",
                        "Time for a batch",
                        "Such as PT10M: Oro writes scores in the background",
                        "PT10M"),
                HostSetting.advanced("connect-timeout", "Time to connect", "Such as PT10S for ten seconds", "PT10S"),
                HostSetting.advanced("request-timeout", "Time for an answer", "Such as PT2M for two minutes", "PT2M"),
                HostSetting.advanced("attempts", "Attempts", "How often a call is tried while Oro is busy", "4"),
                HostSetting.advanced("parallel", "Requests at once", "At most so many; fewer while Oro is slow", "4"),
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
        return OroConfig.problems(texts);
    }

    /** The client tells organisations of one Oro apart. */
    @Override
    public String place(Map<String, String> texts) {
        return server(texts)
                .map(server -> server + " " + texts.getOrDefault("client-id", ""))
                .orElse("");
    }

    @Override
    public String describe(Map<String, String> texts) {
        return server(texts).map(server -> "Oro at " + server).orElse("OroCRM, not set up yet");
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
