-- Delete users of nothing.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
DELETE FROM user WHERE id NOT IN (SELECT owner FROM item) AND id NOT IN (SELECT user FROM account) AND id NOT IN (SELECT a FROM pair UNION SELECT b FROM pair) AND id NOT IN (SELECT user FROM user_role);

-- migrate:down irreversible
