// Hash what is there.
//
// Revision ID: 003
// Revises: 002

#include <headway/migration.hpp>

HEADWAY_MIGRATION(003) {
void upgrade(headway::migration& db) { db.execute("UPDATE user SET name = lower(name)"); }
void downgrade(headway::migration& db) { db.execute("UPDATE user SET name = upper(name)"); }
}
