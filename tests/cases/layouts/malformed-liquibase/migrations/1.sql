--liquibase formatted sql
--changeset nobody
CREATE TABLE a (x);
--changeset somebody:2 runAlways:true endDelimiter:/
CREATE TABLE b (x);
--rollback DROP TABLE b;
CREATE TABLE c (x);
--changeset somebody:2
CREATE TABLE d (x);
