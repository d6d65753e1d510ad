CREATE TABLE IF NOT EXISTS schemaversion (version INT);
INSERT INTO schemaversion VALUES (1);
CREATE TABLE a (x);
