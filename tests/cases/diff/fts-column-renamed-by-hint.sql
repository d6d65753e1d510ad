-- SQLite renames no columns of virtual tables.
-- rebuilt: none
-- ==== before
CREATE VIRTUAL TABLE search USING fts5(name);
-- ==== after
CREATE VIRTUAL TABLE search USING fts5(
  title -- @renamed from=name
);
-- ==== refused
[hint] column search.title: column search.title cannot come from name: SQLite renames no columns of virtual tables. Remove the hint, or write the revision by hand
