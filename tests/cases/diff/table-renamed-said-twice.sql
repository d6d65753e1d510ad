-- A hint above a table and the same on its line are one.
-- rebuilt: none
-- ==== before
CREATE TABLE person (id INTEGER PRIMARY KEY, nick TEXT);
-- ==== after
-- @renamed from=person
CREATE TABLE user ( -- @renamed from=person
    id INTEGER PRIMARY KEY, nick TEXT);
-- ==== up
ALTER TABLE person RENAME TO user;
-- ==== down
ALTER TABLE user RENAME TO person;
