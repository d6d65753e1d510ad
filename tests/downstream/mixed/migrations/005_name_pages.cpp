// Name pages after their first words.
//
// Revision ID: 005
// Revises: 004

#include <headway/migration.hpp>

#include <sqlite3.h>

#include <stdexcept>
#include <string>

HEADWAY_MIGRATION(005) {

namespace {

std::string first_word(std::string_view body) {
    return std::string(body.substr(0, body.find(' ')));
}

} // namespace

void upgrade(headway::migration& db) {
    db.execute("ALTER TABLE page ADD COLUMN title TEXT");
    db.query("SELECT id, body FROM page", [&](const headway::row& page) {
        db.execute("UPDATE page SET title = ?2 WHERE id = ?1", page.integer(0), first_word(page.text(1)));
    });
}

void downgrade(headway::migration& db) {
    if (sqlite3_exec(db.handle(), "ALTER TABLE page DROP COLUMN title", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(db.handle()));
}

} // HEADWAY_MIGRATION(005)
