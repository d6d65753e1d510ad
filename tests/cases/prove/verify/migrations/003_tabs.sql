-- Tabs, CRLF and other letters.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE "ärger" (id INTEGER);
/* über */	INSERT INTO ärger (id, nmae) VALUES (1, 'ää');

-- migrate:down
DROP TABLE "ärger";
