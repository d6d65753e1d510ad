-- Consolidated initial migration.
--
-- Users, the tokens they have revoked, and the messages of their chat sessions.
--
-- Revision ID: 001
-- Revises:
-- Create Date: 2025-05-12 14:05:00+00:00

-- migrate:up
CREATE TABLE user (
    id INTEGER NOT NULL,
    username VARCHAR(64) NOT NULL,
    email VARCHAR(255) NOT NULL,
    hashed_password VARCHAR(255) NOT NULL,
    is_active BOOLEAN NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_user_username ON user (username);
CREATE UNIQUE INDEX ix_user_email ON user (email);

CREATE TABLE revokedtoken (
    id INTEGER NOT NULL,
    token VARCHAR(512) NOT NULL,
    user_id INTEGER NOT NULL,
    revoked_at DATETIME NOT NULL,
    expires_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_revokedtoken_token ON revokedtoken (token);
CREATE INDEX ix_revokedtoken_user_id ON revokedtoken (user_id);
CREATE INDEX ix_revokedtoken_expires_at ON revokedtoken (expires_at);

CREATE TABLE message (
    id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    session_id VARCHAR(36) NOT NULL,
    role VARCHAR(16) NOT NULL,
    content TEXT NOT NULL,
    created_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE
);
CREATE INDEX ix_message_user_id ON message (user_id);
CREATE INDEX ix_message_session_id ON message (session_id);
CREATE INDEX ix_message_created_at ON message (created_at);

-- migrate:down
DROP INDEX ix_message_created_at;
DROP INDEX ix_message_session_id;
DROP INDEX ix_message_user_id;
DROP TABLE message;

DROP INDEX ix_revokedtoken_expires_at;
DROP INDEX ix_revokedtoken_user_id;
DROP INDEX ix_revokedtoken_token;
DROP TABLE revokedtoken;

DROP INDEX ix_user_email;
DROP INDEX ix_user_username;
DROP TABLE user;
