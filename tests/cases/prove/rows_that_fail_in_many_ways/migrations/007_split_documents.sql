-- Split documents.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TABLE part (k TEXT NOT NULL);
INSERT INTO part SELECT e.key FROM doc, json_each(doc.data) AS e;

-- migrate:down irreversible
