-- What each push and undo sent, and which push an undo was of. Runs on H2 and on PostgreSQL.
ALTER TABLE pipeline_run ADD COLUMN of_push BIGINT;

CREATE TABLE push_report (
  run_id BIGINT PRIMARY KEY REFERENCES pipeline_run (id),
  contacts BIGINT NOT NULL,
  new_scores BIGINT NOT NULL,
  changed_scores BIGINT NOT NULL,
  cleared_scores BIGINT NOT NULL,
  calls BIGINT NOT NULL,
  -- the run that set it back
  undone_by BIGINT
);

CREATE TABLE push_report_tag (
  run_id BIGINT NOT NULL REFERENCES push_report (run_id),
  place INTEGER NOT NULL,
  tag_key VARCHAR(200) NOT NULL,
  name VARCHAR(200) NOT NULL,
  colour INTEGER NOT NULL,
  added BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  PRIMARY KEY (run_id, place)
);
