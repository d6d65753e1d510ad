// Hash what is there.
//
// Revision ID: 008
// Revises: 007

#include <headway/migration.hpp>

HEADWAY_MIGRATION(008) {
void upgrade(headway::migration& db) { db.execute("UPDATE user SET name = lower(name)"); }
void downgrade(headway::migration& db) { db.execute("UPDATE user SET name = upper(name)"); }
}
HEADWAY_MIGRATION(009) {
}
