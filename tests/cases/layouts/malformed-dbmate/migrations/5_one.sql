-- migrate:up
CREATE TABLE e (x);
