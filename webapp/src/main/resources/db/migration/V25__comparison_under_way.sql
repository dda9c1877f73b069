-- Comparisons of segmentations that have begun and not come to an end: after a restart, one that it interrupted. Runs on H2 and on PostgreSQL.
CREATE TABLE comparison_under_way (
  -- which CRM
  source VARCHAR(32) NOT NULL PRIMARY KEY,
  window_days INTEGER NOT NULL,
  started_by VARCHAR(100) NOT NULL,
  started_at TIMESTAMP NOT NULL
);
