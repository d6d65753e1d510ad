-- Add triggers.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TRIGGER sound AFTER INSERT ON note BEGIN
    UPDATE tag SET name = new.title;
END;
CREATE TRIGGER writes_nothing AFTER INSERT ON note BEGIN
    INSERT INTO atg (name) VALUES (new.title);
END;
CREATE TRIGGER never UPDATE OF boddy ON note BEGIN SELECT 1; END;
CREATE TRIGGER reads_nothing BEFORE UPDATE ON note WHEN new.titel = '' BEGIN SELECT 1; END;
CREATE TRIGGER "calls nothing" AFTER DELETE ON tag BEGIN SELECT app_forget(old.name); END;
CREATE TRIGGER of_a_view INSTEAD OF DELETE ON wrong BEGIN SELECT 1; END;

-- migrate:down
DROP TRIGGER of_a_view;
DROP TRIGGER "calls nothing";
DROP TRIGGER reads_nothing;
DROP TRIGGER never;
DROP TRIGGER writes_nothing;
DROP TRIGGER sound;
