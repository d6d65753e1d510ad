-- Space, comments, case and quotes are no difference.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX ix ON item (name);
-- ==== after
-- A comment.
create table "item" (
    [id] integer primary key, -- the key
    `name` text /* in full */
);
create index if not exists ix on item(name);
