-- Number items.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE item ADD COLUMN pos INTEGER;
UPDATE item SET pos = (SELECT count(*) FROM item AS i WHERE i.list IS item.list AND i.id <= item.id);
CREATE UNIQUE INDEX ux_item_pos ON item (list, pos);

-- migrate:down irreversible
