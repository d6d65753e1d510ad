-- 1 up (boats)
CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
-- 1 down
DROP TABLE boat;

-- 2 up
ALTER TABLE boat ADD COLUMN berth TEXT;
-- 2 down
ALTER TABLE boat DROP COLUMN berth;
