-- Start.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
<<<<<<< HEAD
CREATE TABLE pot (id INTEGER PRIMARY KEY);
=======
CREATE TABLE pot (id INTEGER PRIMARY KEY, size INTEGER);
>>>>>>> wider

-- migrate:down
DROP TABLE pot;
