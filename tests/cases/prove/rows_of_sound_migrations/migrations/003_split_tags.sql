-- Split tags.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO tag (name) SELECT DISTINCT each.value FROM item, json_each(item.tags) AS each WHERE each.value IS NOT NULL;
CREATE TABLE item_tag (item INTEGER NOT NULL REFERENCES item (id), tag INTEGER NOT NULL REFERENCES tag (id), PRIMARY KEY (item, tag));
INSERT OR IGNORE INTO item_tag SELECT item.id, tag.id FROM item, json_each(item.tags) AS each JOIN tag ON tag.name = each.value;

-- migrate:down irreversible
