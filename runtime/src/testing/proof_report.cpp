#include "testing/proof_report.hpp"

#include "headway/error.hpp"
#include "text.hpp"

#include <algorithm>

namespace headway::testing {
using namespace detail;

std::string first_line_of(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

void proof_report::at(std::string_view file, std::size_t line, std::size_t column, std::string_view message,
                      std::string_view rule, const lines& more) {
    ++errors_;
    std::string text =
        joined({asked_.directory, asked_.directory.empty() ? "" : "/", file, ":", std::to_string(line), ":",
                std::to_string(std::max<std::size_t>(column, 1)), ": error: ", message, " [", rule, "]\n"});
    for (const std::string& each : more) {
        text += joined({"  ", each, "\n"});
    }
    print(text);
}

void proof_report::at_step(step one, std::string_view message, std::string_view rule, const lines& more) {
    const revision_row& row = history_.rows[one.revision];
    const bool up = one.way == direction::up;
    at(up ? history_.file(one.revision) : history_.down_file(one.revision),
       std::max<std::uint32_t>(up ? row.up_line : row.down_line, 1), 1, message, rule, more);
}

void proof_report::failure(step one, const error& failed, std::string_view when) {
    std::string what = first_line_of(failed.what());
    const std::string place = joined({failed.file(), ":"});
    if (!failed.file().empty() && what.compare(0, place.size(), place) == 0)
        what = what.substr(what.find(": ") + 2);
    if (failed.line() == 0) return at_step(one, joined({what, when}), "sql-error");
    at(failed.file(), failed.line(), failed.column(), joined({what, when}), "sql-error");
}

void proof_report::fixture(const std::string& file, const error& failed) {
    ++errors_;
    print(joined({file, ":1:1: error: ", first_line_of(failed.what()), " [fixture]\n"}));
}

} // namespace headway::testing
