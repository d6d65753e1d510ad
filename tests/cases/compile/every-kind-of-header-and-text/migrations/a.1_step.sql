-- “Quotes” and ümlauts.
--
-- Revision ID: a.1
-- Revises:
-- Branch labels: core, chat
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_a_1 (a);
INSERT INTO t_a_1 VALUES ('“naïve” "x" \ 	???/');
CREATE TRIGGER tr AFTER INSERT ON t_a_1 BEGIN
  SELECT 1;
END;

-- migrate:down
DROP TABLE t_a_1;
