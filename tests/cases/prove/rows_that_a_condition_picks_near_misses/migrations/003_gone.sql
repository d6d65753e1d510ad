-- Nodes go, and what is below them is free.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
UPDATE node SET above = NULL WHERE above IN (SELECT id FROM node WHERE gone = 1);
DELETE FROM node WHERE gone = 1;

-- migrate:down irreversible
