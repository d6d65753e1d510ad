-- Rebuild items.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE, title TEXT NOT NULL, tags TEXT NOT NULL DEFAULT '[]', list INTEGER, price REAL, pos INTEGER, cents INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL CHECK (state IN (0, 1)));
INSERT INTO new SELECT id, owner, title, tags, list, price, pos, cents, CASE state WHEN 'open' THEN 0 ELSE 1 END FROM item;
DROP TABLE item;
ALTER TABLE new RENAME TO item;
CREATE UNIQUE INDEX ux_item_pos ON item (list, pos);

-- migrate:down irreversible
