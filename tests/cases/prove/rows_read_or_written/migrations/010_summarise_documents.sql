-- Summarise documents.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE TABLE kind AS SELECT json_extract(title, '$.kind') AS name FROM song;

-- migrate:down
DROP TABLE kind;
