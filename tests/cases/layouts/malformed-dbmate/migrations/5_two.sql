-- migrate:up
CREATE TABLE f (x);
