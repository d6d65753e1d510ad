-- Index what may be no document.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE INDEX ix_event_kind ON event (json_extract(data, '$.kind'));

-- migrate:down
DROP INDEX ix_event_kind;
