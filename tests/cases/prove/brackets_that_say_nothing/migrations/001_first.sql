-- Add all of it.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE t (
    a TEXT DEFAULT (('x')),
    b INTEGER DEFAULT ((1 + 1)),
    c INTEGER DEFAULT (-1),
    d TEXT DEFAULT "y"
);
CREATE INDEX few ON t (a) WHERE (b = 0);
CREATE UNIQUE INDEX fewer ON t (b) WHERE ((c > 0) AND (b > 0));
CREATE INDEX either ON t (c) WHERE (b = 0) OR (c = 0);
CREATE TRIGGER watch AFTER UPDATE ON t WHEN (new.a <> old.a) BEGIN
    UPDATE t SET b = CASE WHEN (new.b > 0) THEN 1 ELSE 0 END;
END;

-- migrate:down irreversible
