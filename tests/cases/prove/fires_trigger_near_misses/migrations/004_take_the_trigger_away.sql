-- Take the trigger away.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DROP TRIGGER memo_touched;
UPDATE memo SET title = upper(title);
CREATE TRIGGER memo_touched AFTER UPDATE OF title ON memo BEGIN
    UPDATE memo SET changed_at = CURRENT_TIMESTAMP WHERE id = new.id;
END;

-- migrate:down irreversible
