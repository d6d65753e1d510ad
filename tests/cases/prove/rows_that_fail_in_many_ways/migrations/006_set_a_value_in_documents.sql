-- Set a value in documents.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
UPDATE doc SET data = json_set(data, '$.a', 1);

-- migrate:down irreversible
