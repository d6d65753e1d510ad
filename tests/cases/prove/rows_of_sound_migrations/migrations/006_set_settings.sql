-- Set settings.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
INSERT INTO setting VALUES ('theme', 'dark') ON CONFLICT (key) DO UPDATE SET value = excluded.value;
UPDATE setting SET value = 'on' WHERE key = 'sync';
DELETE FROM setting WHERE key LIKE 'old_%';

-- migrate:down irreversible
