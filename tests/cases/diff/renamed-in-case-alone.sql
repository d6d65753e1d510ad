-- Letters of another case make no other schema, and are changed where a hint says so.
-- rebuilt: none
-- ==== before
CREATE TABLE Leaflet (id INTEGER PRIMARY KEY, Title TEXT);
CREATE INDEX ix_title ON Leaflet (Title);
CREATE TABLE Reader (Name TEXT);
CREATE TABLE Shelf (Name TEXT);
-- ==== after
-- @renamed from=LEAFLET
CREATE TABLE leaflet (id INTEGER PRIMARY KEY,
  title TEXT -- @renamed from=Title
);
CREATE INDEX ix_title ON leaflet (title);
CREATE TABLE Reader (
  Name TEXT -- @renamed from=name
);
CREATE TABLE shelf (name TEXT);
-- ==== up
ALTER TABLE Leaflet RENAME TO leaflet_new;
ALTER TABLE leaflet_new RENAME TO leaflet;

ALTER TABLE leaflet RENAME COLUMN Title TO title;
-- ==== down
ALTER TABLE leaflet RENAME TO Leaflet_new;
ALTER TABLE Leaflet_new RENAME TO Leaflet;

ALTER TABLE Leaflet RENAME COLUMN title TO Title;
