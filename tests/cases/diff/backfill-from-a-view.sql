-- What a backfill reads stands in a table that the script does not name.
-- rebuilt: book
-- ==== before
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER NOT NULL);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, room TEXT NOT NULL);
CREATE VIEW place AS SELECT id, room FROM shelf;
-- ==== after
CREATE TABLE book (
    id INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL,
    room TEXT -- @backfill (SELECT room FROM place WHERE place.id = shelf)
);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, room TEXT NOT NULL);
CREATE VIEW place AS SELECT id, room FROM shelf;
-- ==== up
-- Table book is rebuilt: column room is added.
-- hazard table-rewritten: table book: all its rows are written anew
CREATE TABLE book_new (
    id INTEGER PRIMARY KEY,
    shelf INTEGER NOT NULL,
    room TEXT
);
INSERT INTO book_new (id, shelf, room)
SELECT id, shelf, (SELECT room FROM place WHERE place.id = shelf) FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;
-- ==== down
-- hazard values-lost: column book.room: its values are lost
-- hazard table-rewritten: table book: all its rows are written anew
ALTER TABLE book DROP COLUMN room;
