#pragma once

#include "headway/headway.hpp"
#include "made_database.hpp"
#include "made_history.hpp"
#include "sqlite/image.hpp"

#include <fstream>
#include <iterator>

namespace headway::tests {

/// The bytes of the database that a history yields, without Headway's own tables.
inline std::string head_of(const history& h) {
    options plain;
    plain.log = false;
    const made_database db;
    upgrade(db, h, "heads", plain);
    db.run("DROP TABLE alembic_version");
    const made_file file;
    db.run("VACUUM INTO '" + file.path() + "'"); // by itself it would number rows anew
    std::ifstream bytes(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(bytes), std::istreambuf_iterator<char>()};
}

/// A history by hand, with the image that the compiler would give it.
class made_imaged_history : public made_history {
public:
    explicit made_imaged_history(std::vector<spelled_revision> revisions)
        : made_history(std::move(revisions)) {
        const std::string bytes = head_of(*this);
        put_image(detail::pack_image(bytes), bytes.size(), &detail::install_image);
    }
};

} // namespace headway::tests
