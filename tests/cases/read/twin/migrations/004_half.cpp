// Hash what is there.
//
// Revision ID: 004
// Revises: 003

#include <headway/migration.hpp>

HEADWAY_MIGRATION(004) {
void upgrade(headway::migration& db) { db.execute("UPDATE user SET name = lower(name)"); }
void downgrade(headway::migration& db) { db.execute("UPDATE user SET name = upper(name)"); }
}
