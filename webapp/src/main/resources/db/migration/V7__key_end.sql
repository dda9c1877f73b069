-- The day on which a connection's key runs out, as the CRM told the latest sync; null where it tells none.
ALTER TABLE crm_connection ADD COLUMN key_expires DATE;
