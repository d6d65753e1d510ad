// Hash what is there.
//
// Revision ID: 002
// Revises: 001

#include <headway/migration.hpp>

HEADWAY_MIGRATION(002) {
void upgrade(headway::migration& db) { db.execute("UPDATE user SET name = lower(name)"); }
void downgrade(headway::migration& db) { db.execute("UPDATE user SET name = upper(name)"); }
}
