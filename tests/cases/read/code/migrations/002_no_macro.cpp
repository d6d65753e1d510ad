// Hash what is there.
//
// Revision ID: 002
// Revises: 001

#include <headway/migration.hpp>

void upgrade(headway::migration&) {}
