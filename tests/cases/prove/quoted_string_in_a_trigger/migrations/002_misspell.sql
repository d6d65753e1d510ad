-- Triggers that read a text instead of a column.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TRIGGER activate AFTER INSERT ON user BEGIN
    UPDATE user SET state = "active" WHERE id = new.id;
END;
CREATE TRIGGER watch AFTER UPDATE OF state ON user WHEN new.state <> "sttae" BEGIN
    INSERT INTO change (name, what) VALUES (new."User Name", 'state');
END;
CREATE TRIGGER rename INSTEAD OF UPDATE ON named BEGIN
    UPDATE user SET "User Name" = new.name WHERE id = new.id AND "User_Name" <> new.name;
END;
CREATE TRIGGER forget AFTER DELETE ON user BEGIN
    DELETE FROM change WHERE "nmae" = old."User Name";
END;

-- migrate:down
DROP TRIGGER activate;
DROP TRIGGER watch;
DROP TRIGGER rename;
DROP TRIGGER forget;
