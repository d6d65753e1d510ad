--liquibase formatted sql

--changeset somebody:1
ALTER TABLE boat ADD COLUMN berth TEXT;
--rollback ALTER TABLE boat DROP COLUMN berth;
