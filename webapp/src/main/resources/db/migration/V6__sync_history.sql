-- What each sync did; when and over which CRM stands with its run.
CREATE TABLE run_sync (
  run_id BIGINT PRIMARY KEY REFERENCES pipeline_run (id),
  everything BOOLEAN NOT NULL,
  contacts_read BIGINT NOT NULL,
  orders_read BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  deleted BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  began_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP NOT NULL
);
