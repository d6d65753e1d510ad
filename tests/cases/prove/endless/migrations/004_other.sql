-- Be on another branch, and leave a table behind.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE TABLE other (n INTEGER);
INSERT INTO number VALUES (1);

-- migrate:down
DELETE FROM number;
