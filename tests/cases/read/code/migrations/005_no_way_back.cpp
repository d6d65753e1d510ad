// Hash what is there.
//
// Revision ID: 005
// Revises: 004

#include <headway/migration.hpp>

HEADWAY_MIGRATION(005) {
void upgrade(headway::migration&) {}
}
