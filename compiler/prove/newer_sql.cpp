#include "prove/late_names.hpp"
#include "prove/lint.hpp"
#include "prove/newer_syntax.hpp"
#include "prove/statement_words.hpp"
#include "read/place.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Looks for what is newer than a version in the statements of a section that has run.
class newer_search {
public:
    newer_search(const section& of, const schema& reached, replay& state, int minimum, findings& found)
        : of_(of), reached_(reached), state_(state), minimum_(minimum), found_(found) {}
    void run(const watched_statement&);

private:
    [[nodiscard]] bool calls(const watched_statement&, const std::vector<watched_action>& late,
                             std::string_view function) const;
    [[nodiscard]] bool is_provided(const std::string& function);
    void add(const word&, std::string_view what, int version);

    const section& of_;
    const schema& reached_;
    replay& state_;
    int minimum_;
    findings& found_;
};

bool newer_search::calls(const watched_statement& statement, const std::vector<watched_action>& late,
                         std::string_view function) const {
    const auto is_call = [&](const watched_action& each) {
        return each.code == SQLITE_FUNCTION && same_name(each.second, function);
    };
    return std::any_of(statement.actions.begin(), statement.actions.end(), is_call) ||
           std::any_of(late.begin(), late.end(), is_call);
}

/// Whether the application or an extension has its own.
bool newer_search::is_provided(const std::string& function) {
    SQLite::Statement own(state_.database(),
                          "SELECT 1 FROM pragma_function_list WHERE name = ? COLLATE NOCASE AND NOT builtin");
    own.bind(1, function);
    return own.executeStep();
}

void newer_search::add(const word& at, std::string_view what, int version) {
    found_.push_back({rule::newer_sqlite,
                      token_at(of_, at.at.begin),
                      fmt::format("{} needs SQLite {}; MINIMUM_SQLITE is {}", what, version_text(version),
                                  version_text(minimum_)),
                      {}});
}

void newer_search::run(const watched_statement& statement) {
    const statement_words all = words_of(of_.sql(), statement.begin, statement.end);
    std::optional<std::vector<watched_action>> late; // asked for only where it matters
    for (std::size_t at = 0; at < all.size(); ++at) {
        const newer_feature feature = feature_at(all, at);
        if (feature.version > minimum_) add(all[at], feature.name, feature.version);
        const bool is_call =
            all[at].at.kind == token_kind::word && at + 1 < all.size() && all[at + 1].text == "(";
        const int version = is_call ? version_of_function(all[at].text, count_arguments(all, at + 1)) : 0;
        if (version <= minimum_) continue;
        if (!late) late = late_actions(of_, statement, reached_, state_);
        if (calls(statement, *late, all[at].text) && !is_provided(all[at].text))
            add(all[at], all[at].text + "()", version);
    }
}

} // namespace

void find_newer_sql(const section& of, const statement_log& log, const schema& reached, replay& state,
                    int minimum, findings& found) {
    newer_search looking(of, reached, state, minimum, found);
    for (const watched_statement& statement : log.statements())
        looking.run(statement);
}

} // namespace headway::compiler
