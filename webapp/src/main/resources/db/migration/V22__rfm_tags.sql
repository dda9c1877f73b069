-- RFM segments that nobody wants as tags in the CRM; all others are. Runs on H2 and on PostgreSQL.
CREATE TABLE rfm_untagged (
  segment VARCHAR(40) PRIMARY KEY,
  changed_by VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
