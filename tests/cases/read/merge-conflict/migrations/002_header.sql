-- Header.
--
<<<<<<< HEAD
-- Revision ID: 002
-- Revises: 001
||||||| 0123456
-- Revision ID: 002
=======
-- Revision ID: 002
-- Revises: 000
>>>>>>> feature/it's

-- migrate:up
CREATE TABLE lid (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE lid;
