-- Open accounts.
--
-- Revision ID: 012
-- Revises: 011

-- migrate:up
UPDATE account SET balance = balance + 10 WHERE user IN (SELECT id FROM user WHERE born < '2000-01-01');
INSERT INTO account (user, balance) SELECT id, 0 FROM user WHERE id NOT IN (SELECT user FROM account);

-- migrate:down irreversible
