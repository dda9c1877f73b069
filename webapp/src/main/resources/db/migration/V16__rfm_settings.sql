-- How customers are ranked by recency, frequency and money. Runs on H2 and on PostgreSQL.
CREATE TABLE rfm_settings (
  id INTEGER PRIMARY KEY,
  -- what the next run takes up, as JSON
  wanted TEXT NOT NULL,
  -- what the latest run went by, as JSON
  in_force TEXT NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
