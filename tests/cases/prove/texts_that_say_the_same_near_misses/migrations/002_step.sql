-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
-- headway:allow drop-table it is a test
DROP TABLE t;

-- migrate:down
CREATE TABLE t (
    a BLOB DEFAULT '00ff',
    b INTEGER DEFAULT '16',
    c INTEGER DEFAULT 1.0,
    d TEXT
);
CREATE INDEX loud ON t (upper(d) DESC, a ASC, (b) + (c));
CREATE TRIGGER watch AFTER INSERT ON t BEGIN SELECT 1; END;
CREATE TRIGGER before_that BEFORE INSERT ON t BEGIN SELECT 1; END;
