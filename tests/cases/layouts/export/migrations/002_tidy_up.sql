-- Tidy up.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO boat (name) VALUES ('${x}');

-- migrate:down irreversible
