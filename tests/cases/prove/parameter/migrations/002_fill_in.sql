-- Fill in.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE user SET status = 'it is ? or :value' WHERE status IS NULL;
/* whose? */ UPDATE user SET status = :value
WHERE name = ?2;

-- migrate:down irreversible
