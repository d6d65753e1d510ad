-- Rename notes and make titles unique.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
ALTER TABLE note RENAME TO page;
CREATE UNIQUE INDEX ux_page_title ON page (title);

-- migrate:down
DROP INDEX ux_page_title;
ALTER TABLE page RENAME TO note;
