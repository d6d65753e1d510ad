CREATE TABLE a (x);
INSERT OR REPLACE INTO main.schemaversion (version) VALUES (1);
