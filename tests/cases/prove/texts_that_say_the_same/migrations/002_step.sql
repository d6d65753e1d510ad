-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
-- headway:allow drop-table it is a test
DROP TABLE t;

-- migrate:down
CREATE TABLE t (
    a BLOB DEFAULT x'00ff',
    b INTEGER DEFAULT 16,
    c INTEGER DEFAULT 1,
    d TEXT,
    CHECK (d IS NULL OR a IS NOT NULL)
);
CREATE INDEX loud ON t (upper(d) DESC, a ASC, b + c) WHERE d IS NOT NULL;
CREATE TRIGGER watch INSERT ON t BEGIN SELECT 1; END;
CREATE TRIGGER before_that BEFORE INSERT ON t BEGIN SELECT 1; END;
