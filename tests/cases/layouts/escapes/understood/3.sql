PRAGMA defer_foreign_keys = ON;
PRAGMA legacy_alter_table = ON;
CREATE VIEW v AS SELECT x FROM b;
ALTER TABLE b RENAME TO c;
CREATE TABLE b (x, y);
PRAGMA legacy_alter_table = OFF;
