-- Start.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE cup (id INTEGER PRIMARY KEY);
>>>>>>> wider

-- migrate:down
DROP TABLE cup;
