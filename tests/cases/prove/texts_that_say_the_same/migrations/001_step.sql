-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE t (
    a BLOB DEFAULT X'00FF',
    b INTEGER DEFAULT 0x10,
    c INTEGER DEFAULT (+1),
    d TEXT,
    CHECK (d ISNULL OR a NOTNULL)
);
CREATE INDEX loud ON t ((upper(d)) DESC, (a), ((b + c))) WHERE d NOTNULL;
CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT 1; END;
CREATE TRIGGER before_that INSERT ON t BEGIN SELECT 1; END;

-- migrate:down irreversible
