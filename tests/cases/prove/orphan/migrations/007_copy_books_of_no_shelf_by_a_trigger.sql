-- Copy books of no shelf by a trigger.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TABLE loan (book INTEGER NOT NULL REFERENCES book (id));
CREATE TRIGGER loan_of_book AFTER INSERT ON book BEGIN INSERT INTO loan VALUES (new.id + 100); END;
INSERT INTO book VALUES (7, NULL);

-- migrate:down
DROP TRIGGER loan_of_book;
DROP TABLE loan;
DELETE FROM book WHERE id = 7;
