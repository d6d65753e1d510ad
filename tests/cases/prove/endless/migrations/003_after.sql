-- Come after it.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE after (n INTEGER);

-- migrate:down
DROP TABLE after;
