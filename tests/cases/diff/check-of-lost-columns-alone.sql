-- No row can be taken back where what is lost has to be something.
-- rebuilt: contact
-- ==== before
CREATE TABLE contact (id INTEGER PRIMARY KEY, mail TEXT, phone TEXT, CHECK (mail NOT NULL OR phone NOT NULL));
CREATE TABLE mood (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name IN ('good', 'bad')), size INT CHECK (size > id));
-- ==== after
CREATE TABLE contact (id INTEGER PRIMARY KEY);
CREATE TABLE mood (id INTEGER PRIMARY KEY);
-- ==== up
-- Table contact is rebuilt: column mail is dropped; column phone is dropped; constraint
-- `CHECK (mail NOT NULL OR phone NOT NULL)` is dropped.
-- hazard values-lost: column contact.mail: its values are lost
-- hazard values-lost: column contact.phone: its values are lost
-- hazard table-rewritten: table contact: all its rows are written anew
CREATE TABLE contact_new (id INTEGER PRIMARY KEY);
INSERT INTO contact_new (id)
SELECT id FROM contact;
DROP TABLE contact;
ALTER TABLE contact_new RENAME TO contact;

-- hazard values-lost: column mood.name: its values are lost
-- hazard table-rewritten: table mood: all its rows are written anew
ALTER TABLE mood DROP COLUMN name;
-- hazard values-lost: column mood.size: its values are lost
ALTER TABLE mood DROP COLUMN size;
-- ==== irreversible
table contact can take back no row, since SQLite refuses each: CHECK constraint failed: mail NOT NULL OR phone NOT NULL
