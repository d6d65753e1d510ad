--liquibase formatted sql

--changeset somebody:boats splitStatements:false
--preconditions onFail:HALT
CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
--rollback DROP TABLE boat;

--changeset somebody:1 runInTransaction:false
INSERT INTO boat VALUES (1, 'Tern');
--rollback empty
