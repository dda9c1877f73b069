/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/** A folder of CSV files as host CRM: read whole at every sync, in the order of its rows; see {@link CsvConfig} for the files. */
public final class CsvCrm implements HostCrm {
    private final CsvConfig config;
    private final CsvCurrency currency;
    private final CsvPages<ContactRecord> contacts;
    private final CsvPages<OrderRecord> orders;
    private final CsvPages<LooseOrderLine> orderLines;
    private final CsvPages<CampaignResponse> responses;
    private final CsvPages<EngagementRecord> engagements;

    public CsvCrm(CsvConfig config) {
        this.config = config;
        currency = new CsvCurrency(config.orders());
        contacts = new CsvPages<>(config.contacts(), new ContactShape());
        orders = new CsvPages<>(config.orders(), new OrderShape(currency));
        orderLines = new CsvPages<>(config.orderLines(), new OrderLineShape());
        responses = new CsvPages<>(config.responses(), new ResponseShape());
        engagements = new CsvPages<>(config.engagements(), new EngagementShape());
    }

    @Override
    public String describe() {
        return "CSV files in " + config.folder();
    }

    /** Lines, responses and engagement where their files are there. */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.of(Capability.REMOVES_MARKS);
        if (Files.exists(config.orderLines())) {
            capabilities.add(Capability.ORDER_LINES);
        }
        if (Files.exists(config.responses())) {
            capabilities.add(Capability.CAMPAIGN_RESPONSES);
        }
        if (Files.exists(config.engagements())) {
            capabilities.add(Capability.ENGAGEMENT);
        }
        return capabilities;
    }

    @Override
    public ConnectionCheck check() {
        return new CsvCheck(config).run();
    }

    @Override
    public Page<ContactRecord> contacts(PageRequest request) {
        folderIsThere();
        return contacts.page(request);
    }

    @Override
    public Page<OrderRecord> orders(PageRequest request) {
        folderIsThere();
        if (request.afterId().isEmpty()) {
            currency.forget();
        }
        return orders.page(request);
    }

    @Override
    public Page<LooseOrderLine> orderLines(PageRequest request) {
        return Files.exists(config.orderLines()) ? orderLines.page(request) : Page.none();
    }

    @Override
    public Page<CampaignResponse> responses(PageRequest request) {
        return Files.exists(config.responses()) ? responses.page(request) : Page.none();
    }

    @Override
    public Page<EngagementRecord> engagements(PageRequest request) {
        return Files.exists(config.engagements()) ? engagements.page(request) : Page.none();
    }

    @Override
    public void heldMarks(MarkSink sink) {
        folderIsThere();
        new CsvMarks(config).tell(sink);
    }

    @Override
    public void prepare(List<TagDefinition> tags) {
        folderIsThere();
        new CsvMarks(config).prepare(tags);
    }

    @Override
    public PushReceipt push(MarkChanges changes, ProgressListener progress) {
        folderIsThere();
        progress.progress(0, changes.size());
        PushReceipt receipt = new CsvMarks(config).push(changes, this::eachContact);
        progress.progress(changes.size(), changes.size());
        return receipt;
    }

    @Override
    public Footprint footprint() {
        folderIsThere();
        return new CsvMarks(config).footprint();
    }

    @Override
    public void removeAll(ProgressListener progress) {
        folderIsThere();
        progress.progress(0, 1);
        new CsvMarks(config).remove();
        progress.progress(1, 1);
    }

    /** Files have no pages. */
    @Override
    public Optional<URI> contactPage(String contactId) {
        return Optional.empty();
    }

    private void eachContact(Consumer<String> visitor) {
        try (CsvPages<ContactRecord> all = new CsvPages<>(config.contacts(), new ContactShape())) {
            all.each(contact -> visitor.accept(contact.id()));
        }
    }

    private void folderIsThere() {
        if (!Files.isDirectory(config.folder())) {
            throw new SegcastException(
                    ErrorCode.FOLDER_MISSING,
                    "There is no folder " + config.folder()
                            + ": create it and put contacts.csv and orders.csv into it, or name another one");
        }
    }

    @Override
    public void close() {
        contacts.close();
        orders.close();
        orderLines.close();
        responses.close();
        engagements.close();
    }
}
