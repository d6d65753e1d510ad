-- Nobody knows where this belongs.
--
-- Revision ID: 020

-- migrate:up
CREATE TABLE lost (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE lost;
