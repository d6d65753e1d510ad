// Hash what is there.
//
// Revision ID: 003
// Revises: 002

#include <headway/migration.hpp>

HEADWAY_MIGRATION(003) {
void upgrade(headway::migration&) {}
HEADWAY_IRREVERSIBLE;
}
