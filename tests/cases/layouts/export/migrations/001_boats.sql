-- Boats.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT);
-- they leave
CREATE TRIGGER boat_gone AFTER DELETE ON boat BEGIN
  DELETE FROM boat WHERE name = old.name;
  SELECT 1;
END;

-- migrate:down
DROP TABLE boat;
