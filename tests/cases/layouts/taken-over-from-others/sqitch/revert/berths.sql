-- to sqlite
BEGIN;
ALTER TABLE boat DROP COLUMN berth;
COMMIT;
