-- More.
-- Revision ID: 003
-- Revises: 002
-- Reviser: x

-- migrate:up
-- migrate:up
