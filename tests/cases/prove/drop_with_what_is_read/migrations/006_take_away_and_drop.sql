-- Take away and drop.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
INSERT INTO figure (n) SELECT f.n + 1 FROM figure f EXCEPT SELECT id FROM member_6;
UPDATE figure SET what = 'gone' WHERE EXISTS (SELECT 1 FROM member_6 m WHERE m.id = figure.n);
DROP TABLE member_6;

-- migrate:down
CREATE TABLE member_6 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
