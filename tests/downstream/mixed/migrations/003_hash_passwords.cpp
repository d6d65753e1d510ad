// Hash passwords.
//
// Revision ID: 003
// Revises: 001

#include "scramble.hpp"

#include <headway/migration.hpp>

HEADWAY_MIGRATION(003) {

void upgrade(headway::migration& db) {
    db.execute("ALTER TABLE user ADD COLUMN password_hash TEXT");
    db.query("SELECT id, password FROM user WHERE password IS NOT NULL", [&](const headway::row& user) {
        db.execute("UPDATE user SET password_hash = ? WHERE id = ?", scramble(user.text(1)), user.integer(0));
    });
    db.execute("ALTER TABLE user DROP COLUMN password");
}

HEADWAY_IRREVERSIBLE;

} // HEADWAY_MIGRATION(003)
