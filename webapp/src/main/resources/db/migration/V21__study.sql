-- The study at hand; who was drawn is in the warehouse. Runs on H2 and on PostgreSQL.
CREATE TABLE study (
  id INTEGER PRIMARY KEY,
  objective VARCHAR(500) NOT NULL,
  -- what the sample is spread over: a kind of segments, a feature, or nothing
  strata VARCHAR(100) NOT NULL,
  confidence VARCHAR(20) NOT NULL,
  margin DOUBLE PRECISION NOT NULL,
  seed BIGINT NOT NULL,
  -- people and people wanted of each stratum, as JSON
  allocation TEXT NOT NULL,
  -- the key of the pseudonyms, sealed
  sealed_key VARCHAR(400) NOT NULL,
  -- the table of market research as it was brought; empty where there is none
  research TEXT NOT NULL,
  as_of DATE NOT NULL,
  drawn_by VARCHAR(100) NOT NULL,
  drawn_at TIMESTAMP NOT NULL
);
