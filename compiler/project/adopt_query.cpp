#include "project/adopt_query.hpp"

#include "project/usage_error.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <string_view>

namespace headway::compiler {
namespace {

bool is_about_tables(std::string_view message) {
    return message.starts_with("no such table") || message.starts_with("no such column");
}

} // namespace

adoption adoption_of_query(const std::string& select) {
    adoption made{
        "its own bookkeeping",
        fmt::format("WITH booked (step) AS ({}) SELECT step, CASE WHEN (SELECT count(*) FROM booked) = 1 "
                    "THEN 2 ELSE 1 END, NULL FROM booked",
                    select)};
    try {
        SQLite::Database nowhere(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const SQLite::Statement prepared(nowhere, made.query);
    } catch (const SQLite::Exception& mistake) {
        if (!is_about_tables(mistake.getErrorStr()) && !is_about_tables(mistake.what()))
            throw usage_error(fmt::format("`{}` is no SELECT of one column: {}", select, mistake.what()));
    }
    return made;
}

} // namespace headway::compiler
