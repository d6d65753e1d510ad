-- Index documents.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE INDEX ix_event_kind ON event (json_extract(data, '$.kind'));
CREATE INDEX ix_event_more ON event (json_extract(more, '$.kind'), json_array_length(tags));
CREATE INDEX ix_song ON song (json_extract(title, '$.kind')) WHERE json_valid(title);
CREATE INDEX ix_song_singer ON song (lower(singer)) WHERE singer IS NOT NULL;

-- migrate:down
DROP INDEX ix_song_singer;
DROP INDEX ix_song;
DROP INDEX ix_event_more;
DROP INDEX ix_event_kind;
