#include "prove/lint.hpp"
#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "sql/clocks.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

constexpr std::array<std::string_view, 5> always_different{"random", "randomblob", "current_timestamp",
                                                           "current_date", "current_time"};

/// Whether the call that begins at `words[at]` asks for the present time.
bool asks_the_clock(const statement_words& words, std::size_t at) {
    if (at + 2 >= words.size() || words[at + 1].text != "(") return false;
    if (words[at + 2].text == ")") return words[at].text != "strftime";
    for (std::size_t next = at + 2; next < words.size() && words[next].text != ")"; ++next) {
        if (words[next].text == "'now'") return true;
    }
    return false;
}

const word* find_chance(const statement_words& words, const watched_statement& statement) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& text = words[at].text;
        const bool called =
            std::any_of(statement.actions.begin(), statement.actions.end(), [&](const auto& each) {
                return each.code == SQLITE_FUNCTION && same_name(each.second, text);
            });
        if (!called || words[at].at.kind != token_kind::word) continue;
        if (std::find(always_different.begin(), always_different.end(), text) != always_different.end() ||
            (is_time_function(text) && asks_the_clock(words, at)))
            return &words[at];
    }
    return nullptr;
}

} // namespace

void find_nondeterminism(const proven_step& step, findings& found) {
    for (const watched_statement& each : step.up.statements()) {
        if (changes_schema(each) || !(each.does(SQLITE_INSERT) || each.does(SQLITE_UPDATE))) continue;
        const auto words = words_of(step.of.up.sql(), each.begin, each.end);
        const word* chance = find_chance(words, each);
        if (chance == nullptr) continue;
        found.push_back(
            {rule::nondeterministic,
             token_at(step.of.up, chance->at.begin),
             fmt::format("{} gives different data in every database", chance->at.in(step.of.up.sql())),
             {}});
    }
}

} // namespace headway::compiler
