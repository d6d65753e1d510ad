#pragma once

#include "headway/error.hpp"
#include "headway/headway.hpp"
#include "made_database.hpp"
#include "made_history.hpp"

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace headway::tests {

using names = std::vector<std::string>;

/// The first `count` revisions of one application, each a table `t1`, `t2` … that its down section drops:
/// what an older version of it has.
inline std::vector<spelled_revision> versions(int count) {
    std::vector<spelled_revision> made;
    for (int number = 1; number <= count; ++number) {
        const std::string digits = std::to_string(number);
        made.push_back({"00" + digits,
                        number == 1 ? names{} : names{"00" + std::to_string(number - 1)},
                        {},
                        "CREATE TABLE t" + digits + " (a);",
                        "DROP TABLE t" + digits + ";"});
    }
    return made;
}

inline error failure_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const error& failed) {
        return failed;
    }
    throw std::runtime_error("nothing was thrown");
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

inline names revisions(const report& done) {
    names ids;
    for (const applied_step& one : done.steps) {
        ids.emplace_back(one.revision);
    }
    return ids;
}

/// Those of versions() that are there.
inline names shop_tables(const made_database& db) {
    return db.rows("SELECT name FROM sqlite_schema WHERE name LIKE 't_' ORDER BY 1");
}

} // namespace headway::tests
