-- Segments that people describe by rules; their members are in the warehouse. Runs on H2 and on PostgreSQL.
CREATE TABLE rule_segment (
  segment_key VARCHAR(60) PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  colour INTEGER NOT NULL,
  -- whether members get a tag in the CRM
  tagged BOOLEAN NOT NULL,
  -- the rule as JSON
  rule TEXT NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
