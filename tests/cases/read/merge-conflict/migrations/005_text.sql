-- Start.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
/*
=======
A heading
======= */
CREATE TABLE help (text TEXT);
INSERT INTO help VALUES ('
<<<<<<< HEAD
');

-- migrate:down
DROP TABLE help;
