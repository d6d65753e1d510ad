// Hash what is there.
//
// Revision ID: 004
// Revises: 003

#include <headway/migration.hpp>

HEADWAY_MIGRATION(004) {
// void upgrade(headway::migration&) {}
void downgrade(headway::migration&);
namespace { void upgrade(headway::migration&) {} }
}
