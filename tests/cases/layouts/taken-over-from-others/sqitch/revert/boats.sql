-- to sqlite
BEGIN;
DROP TABLE boat;
COMMIT;
