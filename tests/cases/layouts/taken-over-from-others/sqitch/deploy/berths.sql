-- to sqlite
BEGIN;
ALTER TABLE boat ADD COLUMN berth TEXT;
COMMIT;
