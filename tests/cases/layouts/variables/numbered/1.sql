CREATE TABLE %table (x);
