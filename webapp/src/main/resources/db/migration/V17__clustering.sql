-- The clusters that somebody kept; who is in which is in the warehouse. Runs on H2 and on PostgreSQL.
CREATE TABLE clustering (
  id INTEGER PRIMARY KEY,
  -- counts up with every clustering that is kept, so that no two clusters ever have the same key
  version INTEGER NOT NULL,
  -- model, figures, names, colours and tags as JSON; empty where the clusters were removed
  definition TEXT NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
