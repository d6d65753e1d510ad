-- Pages.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up transaction:false
PRAGMA page_size = 8192;

-- migrate:down transaction:false
CREATE TABLE left_over (id INTEGER);
