/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.CsvLine;

/**
 * A de-identified sample, as far as it may be told of, with what market research says of each person. The rows stand by pseudonym, so that their order says nothing.
 */
public final class StudyFile {
    private static final Anonymity ANONYMITY = new Anonymity(Anonymity.LEAST_K);

    private final List<Person> people;
    private final Anonymity.Told told;
    private final Optional<Research> research;

    public StudyFile(List<Person> people, Optional<Research> research) {
        this.people = List.copyOf(people);
        this.told = ANONYMITY.of(people.stream().map(Person::traits).toList());
        this.research = research;
    }

    public Anonymity.Told told() {
        return told;
    }

    /** People whom the file tells of. */
    public long size() {
        return people.size() - told.leftOut();
    }

    /** People whom the market research says something of. */
    public long joined() {
        return told.cells().stream()
                .flatMap(Optional::stream)
                .filter(traits -> research.flatMap(table -> table.of(traits)).isPresent())
                .count();
    }

    private record Row(String pseudonym, Person person, List<String> traits) {}

    /** Writes {@code pseudonym}, the traits, {@code segment}, {@code recency_fifth,orders_fifth,spend_fifth} and the columns of the market research. */
    public void write(Pseudonyms pseudonyms, Appendable out) {
        CsvLine line = new CsvLine(out);
        line.text("pseudonym");
        Arrays.stream(StudyTrait.values()).forEach(trait -> line.text(trait.key()));
        line.text("segment").text("recency_fifth").text("orders_fifth").text("spend_fifth");
        research.ifPresent(table -> table.columns().forEach(line::text));
        line.end();
        rows(pseudonyms).forEach(row -> write(line, row));
    }

    private List<Row> rows(Pseudonyms pseudonyms) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            told.cells()
                    .get(i)
                    .ifPresent(traits -> rows.add(new Row(pseudonyms.of(person.contactId()), person, traits)));
        }
        rows.sort(Comparator.comparing(Row::pseudonym));
        return rows;
    }

    private void write(CsvLine line, Row row) {
        line.text(row.pseudonym());
        row.traits().forEach(line::text);
        Person person = row.person();
        line.text(person.segment())
                .number(person.recency())
                .number(person.orders())
                .number(person.spend());
        research.ifPresent(table -> table.of(row.traits())
                .orElseGet(() -> table.columns().stream().map(column -> "").toList())
                .forEach(line::text));
        line.end();
    }
}
