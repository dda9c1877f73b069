/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.segcast.predictive.feature.CsvLine;
import org.segcast.predictive.response.score.Band;
import org.segcast.predictive.response.score.Score;
import org.segcast.predictive.response.score.Scores;

/** The latest score of each contact and objective with its reasons. One point per as-of date is kept beside it: that can't be made later. */
public final class ScoreStore {

    private static final String COLUMNS =
            "contact_id VARCHAR NOT NULL, segment VARCHAR NOT NULL, probability DOUBLE NOT NULL, band VARCHAR NOT NULL,"
                    + " percentile INTEGER NOT NULL, model_id VARCHAR NOT NULL, reason VARCHAR NOT NULL, reasons VARCHAR NOT NULL";
    private static final String SCORE =
            "SELECT objective, contact_id, segment, probability, band, percentile, model_id,"
                    + " as_of, reason, reasons FROM predictive.score";
    private static final int DECIMALS = 6;

    private final Warehouse warehouse;

    public ScoreStore(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Replaces all scores of an objective at once; history points of the same or a later date are replaced too. */
    public void replace(String objective, LocalDate asOf, Scores scores) {
        warehouse.stage(
                "writing scores",
                "staged_score",
                COLUMNS,
                appender -> scores.forEach(score -> {
                    try {
                        append(appender, score);
                    } catch (SQLException e) {
                        throw Warehouse.failed("writing the score of contact " + score.contactId(), e);
                    }
                }));
        warehouse.transaction("replacing the scores", connection -> {
            replaceScores(connection, objective, asOf);
            replaceHistory(connection, objective, asOf);
            Warehouse.execute(connection, "DROP TABLE predictive.staged_score");
        });
    }

    /** All scores of a contact, one per objective. */
    public List<Score> find(String contactId) {
        return warehouse.list(
                "reading scores", ScoreStore::score, SCORE + " WHERE contact_id = ? ORDER BY objective", contactId);
    }

    public Optional<Score> find(String objective, String contactId) {
        return find(contactId).stream()
                .filter(score -> score.objective().equals(objective))
                .findFirst();
    }

    public long count(String objective) {
        return warehouse
                .list(
                        "counting scores",
                        row -> row.getLong(1),
                        "SELECT count(*) FROM predictive.score WHERE objective = ?",
                        objective)
                .get(0);
    }

    /** How many customers the scores expect to respond: their chances added up. */
    public double expectedResponders(String objective) {
        return warehouse
                .list(
                        "adding up scores",
                        row -> row.getDouble(1),
                        "SELECT coalesce(sum(probability), 0) FROM predictive.score WHERE objective = ?",
                        objective)
                .get(0);
    }

    /** By ascending contact id. */
    public Scores scores(String objective) {
        return sink -> forEachRow(objective, row -> sink.accept(score(row)));
    }

    /** Writes {@code contact_id,segment,score,band,model,as_of,reason} by ascending contact id, scores at six decimals, bands in words. */
    public void writeCsv(String objective, Appendable out) {
        CsvLine line = new CsvLine(out);
        for (String column : List.of("contact_id", "segment", "score", "band", "model", "as_of", "reason")) {
            line.text(column);
        }
        line.end();
        forEachRow(
                objective,
                row -> line.text(row.getString("contact_id"))
                        .text(row.getString("segment"))
                        .number(row.getDouble("probability"), DECIMALS)
                        .text(Band.valueOf(row.getString("band")).words())
                        .text(row.getString("model_id"))
                        .text(Warehouse.date(row, "as_of").toString())
                        .text(row.getString("reason"))
                        .end());
    }

    private void forEachRow(String objective, Warehouse.RowSink sink) {
        warehouse.flow("reading scores", sink, SCORE + " WHERE objective = ? ORDER BY contact_id", objective);
    }

    private static void append(DuckDBAppender appender, Score score) throws SQLException {
        appender.beginRow();
        appender.append(score.contactId());
        appender.append(score.segment());
        appender.append(score.probability());
        appender.append(score.band().name());
        appender.append(score.percentile());
        appender.append(score.modelId());
        appender.append(score.reasonLine());
        appender.append(ReasonText.write(score.reasons()));
        appender.endRow();
    }

    private static void replaceScores(Connection connection, String objective, LocalDate asOf) throws SQLException {
        Warehouse.update(connection, "DELETE FROM predictive.score WHERE objective = ?", objective);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.score SELECT ?, contact_id, segment, probability, band, percentile, model_id, ?,"
                        + " reason, reasons FROM predictive.staged_score ORDER BY contact_id",
                objective,
                asOf);
    }

    private static void replaceHistory(Connection connection, String objective, LocalDate asOf) throws SQLException {
        Warehouse.update(
                connection, "DELETE FROM predictive.score_history WHERE objective = ? AND as_of >= ?", objective, asOf);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.score_history SELECT ?, contact_id, ?, probability, band, model_id"
                        + " FROM predictive.staged_score ORDER BY contact_id",
                objective,
                asOf);
    }

    private static Score score(ResultSet row) throws SQLException {
        return new Score(
                row.getString("contact_id"),
                row.getString("objective"),
                row.getString("segment"),
                row.getDouble("probability"),
                Band.valueOf(row.getString("band")),
                row.getInt("percentile"),
                row.getString("model_id"),
                Warehouse.date(row, "as_of"),
                ReasonText.read(row.getString("reasons")));
    }
}
