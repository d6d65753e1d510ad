-- Misspell columns.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE visit SET day = "dya" WHERE id = 1;
DELETE FROM visit WHERE "lnik" = 'x';
CREATE INDEX ix_visit ON visit ("days");
INSERT INTO visit (link) VALUES ("home");
INSERT INTO visit (link) SELECT "no name" FROM link;

-- migrate:down irreversible
