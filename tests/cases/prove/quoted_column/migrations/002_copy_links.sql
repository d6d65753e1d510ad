-- Copy a column by a name that it does not have.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE link_new (client_ref TEXT NOT NULL, target TEXT NOT NULL);
INSERT INTO link_new ("client_ref", "target") SELECT "client_ref", "target" FROM link;
DROP TABLE link;
ALTER TABLE link_new RENAME TO link;

-- migrate:down irreversible
