-- Two lists of columns of which one is mistaken, and two parents.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE letter RENAME TO letter_old;
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    sender INTEGER NOT NULL REFERENCES person (id),
    recipient INTEGER NOT NULL REFERENCES person (id),
    sent DATE NOT NULL,
    read DATE,
    seal TEXT
);
INSERT INTO letter (id, sender, recipient, sent, read, seal)
SELECT id, recipient, sender, sent, read, 'none' FROM letter_old;
DROP TABLE letter_old;

-- migrate:down irreversible
