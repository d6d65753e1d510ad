-- +goose Up
CREATE TRIGGER watch AFTER INSERT ON t1 BEGIN
  DELETE FROM t2;
  DELETE FROM t2;
END;
-- +goose StatementBegin
CREATE VIEW v AS SELECT x FROM t1;
-- +goose StatementEnd
-- +goose Down
DROP VIEW v;
DROP TRIGGER watch;
