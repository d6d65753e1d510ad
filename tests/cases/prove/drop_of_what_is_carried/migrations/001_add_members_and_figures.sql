-- Add members and figures.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE member_2 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_3 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_4 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_5 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_6 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_7 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_8 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_9 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_10 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE member_11 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TABLE figure (n INTEGER, what TEXT);

-- migrate:down
DROP TABLE figure;
DROP TABLE member_2;
DROP TABLE member_3;
DROP TABLE member_4;
DROP TABLE member_5;
DROP TABLE member_6;
DROP TABLE member_7;
DROP TABLE member_8;
DROP TABLE member_9;
DROP TABLE member_10;
DROP TABLE member_11;
