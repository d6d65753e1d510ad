// Hash what is there.
//
// Revision ID: 006
// Revises: 005

#include <headway/migration.hpp>

HEADWAY_MIGRATION(006) {
const char* text = R"({ void upgrade(headway::migration&) {)";
HEADWAY_IRREVERSIBLE;
}
