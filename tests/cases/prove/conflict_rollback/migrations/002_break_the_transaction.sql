-- Break the transaction.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (id, name) VALUES (1, 'a');
INSERT OR ROLLBACK INTO user (id, name) VALUES (1, 'b');

-- migrate:down
DELETE FROM user;
