-- What a foreign key refers to has to stay unique.
-- rebuilt: none
-- ==== before
CREATE TABLE city (id INTEGER PRIMARY KEY, mark TEXT, name TEXT UNIQUE);
CREATE UNIQUE INDEX ix_city_mark ON city (mark);
CREATE TABLE road (id INTEGER PRIMARY KEY, begins TEXT REFERENCES city (name), ends TEXT REFERENCES city (mark));
CREATE TABLE old_road (id INTEGER PRIMARY KEY, city TEXT REFERENCES nowhere (mark));
CREATE TABLE lane (id INTEGER PRIMARY KEY, road INT REFERENCES road);
-- ==== after
CREATE TABLE city (id INTEGER PRIMARY KEY, mark TEXT, name TEXT);
CREATE UNIQUE INDEX ix_city_mark ON city (mark) WHERE mark IS NOT NULL;
CREATE TABLE road (id INTEGER PRIMARY KEY, begins TEXT REFERENCES city (name), ends TEXT REFERENCES city (mark));
CREATE TABLE old_road (id INTEGER PRIMARY KEY, city TEXT REFERENCES nowhere (mark));
CREATE TABLE lane (id INTEGER PRIMARY KEY, road INT REFERENCES road);
-- ==== refused
[foreign-key] table road: table road refers to table city by columns that are neither its primary key nor UNIQUE in this schema. Make them UNIQUE, or correct the REFERENCES clause
