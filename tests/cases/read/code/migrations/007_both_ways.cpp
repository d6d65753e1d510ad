// Hash what is there.
//
// Revision ID: 007
// Revises: 006

#include <headway/migration.hpp>

HEADWAY_MIGRATION(007) {
void upgrade(headway::migration& db) { db.execute("UPDATE user SET name = lower(name)"); }
void downgrade(headway::migration& db) { db.execute("UPDATE user SET name = upper(name)"); }
HEADWAY_IRREVERSIBLE;
}
