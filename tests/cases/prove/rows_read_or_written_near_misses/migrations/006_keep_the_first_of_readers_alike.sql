-- Keep the first of readers alike.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
UPDATE loan SET reader = (SELECT min(s.id) FROM reader AS s JOIN reader AS t ON s.name = t.name WHERE t.id = loan.reader);
DELETE FROM reader WHERE id NOT IN (SELECT min(id) FROM reader GROUP BY name);
CREATE UNIQUE INDEX ux_reader_name ON reader (name);

-- migrate:down
DROP INDEX ux_reader_name;
