-- Items with an artist, invoices and members.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE item (id INTEGER PRIMARY KEY, artist TEXT, city TEXT, tags TEXT NOT NULL DEFAULT '[]');
CREATE TABLE invoice (id INTEGER PRIMARY KEY, state TEXT, vat INTEGER);
CREATE TRIGGER tr_invoice BEFORE UPDATE ON invoice WHEN old.state = 'sent' BEGIN
    SELECT RAISE(ABORT, 'an invoice that was sent stays as it is');
END;
CREATE TABLE member (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);

-- migrate:down irreversible
