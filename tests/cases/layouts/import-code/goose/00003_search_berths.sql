-- +goose Up
CREATE INDEX ix_boat_berth ON boat (berth);
-- +goose Down
DROP INDEX ix_boat_berth;
