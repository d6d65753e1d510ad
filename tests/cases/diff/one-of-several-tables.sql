-- Tables that refer to the one that is rebuilt stay as they are.
-- rebuilt: book
-- ==== before
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE book (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE);
CREATE TABLE loan (id INTEGER PRIMARY KEY, book INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE);
CREATE TRIGGER tidy AFTER DELETE ON loan BEGIN
    DELETE FROM author WHERE id NOT IN (SELECT author FROM book);
END;
-- ==== after
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, author INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE);
CREATE TABLE loan (id INTEGER PRIMARY KEY, book INTEGER NOT NULL REFERENCES book (id) ON DELETE CASCADE);
CREATE TRIGGER tidy AFTER DELETE ON loan BEGIN
    DELETE FROM author WHERE id NOT IN (SELECT author FROM book);
END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER tidy;

-- Table book is rebuilt: column title is added. With new columns last, and the others in their old
-- order, it would not have to be.
-- hazard table-rewritten: table book: all its rows are written anew
CREATE TABLE book_new (id INTEGER PRIMARY KEY, title TEXT, author INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE);
INSERT INTO book_new (id, author)
SELECT id, author FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;

CREATE TRIGGER tidy AFTER DELETE ON loan BEGIN
    DELETE FROM author WHERE id NOT IN (SELECT author FROM book);
END;
-- ==== down
-- hazard values-lost: column book.title: its values are lost
-- hazard table-rewritten: table book: all its rows are written anew
ALTER TABLE book DROP COLUMN title;
