INSERT INTO a VALUES ('DELETE FROM schemaversion');
UPDATE SchemaVersion SET version = 2;
DELETE FROM "schemaversion" WHERE version < 2;
