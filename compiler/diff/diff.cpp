#include "diff/diff.hpp"

#include "diff/conversion.hpp"
#include "diff/proof.hpp"
#include "diff/reference_check.hpp"
#include "diff/renaming.hpp"
#include "schema/object_place.hpp"
#include "sql/name.hpp"
#include "sql/newer_function.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// Where to break a text after at most some hundred characters: at a space, if possible outside of
/// backquotes.
std::size_t end_of_line(std::string_view text) {
    constexpr std::size_t most = 100;
    if (const std::size_t own = text.substr(0, most).find_first_of("\r\n"); own != text.npos) return own;
    if (text.size() <= most) return text.size();
    std::size_t inside = text.npos, outside = text.npos;
    bool quoted = false;
    for (std::size_t at = 0; at <= most; ++at) {
        if (text[at] == '`') quoted = !quoted;
        if (text[at] == ' ' && at > 0) (quoted ? inside : outside) = at;
    }
    if (outside != text.npos && outside >= most / 4) return outside;
    if (inside != text.npos) return inside;
    return std::min(text.find(' ', 1), text.size());
}

std::string comment(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t end = end_of_line(text);
        result.append("-- ").append(text.substr(0, end)).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::string render(const change& one) {
    std::string result = comment(one.title);
    for (std::size_t at = 0; at < one.statements.size(); ++at) {
        for (const hazard& cost : one.hazards) {
            if (cost.statement == at)
                result += comment(fmt::format("hazard {}: {}: {}", cost.code, cost.object, cost.message));
        }
        result += one.statements[at] + "\n";
    }
    return result;
}

std::string render(const std::vector<change>& changes) {
    std::vector<std::string> paragraphs;
    for (const change& one : changes)
        paragraphs.push_back(render(one));
    return fmt::format("{}", fmt::join(paragraphs, "\n"));
}

/// One direction of a migration, or why there is none.
struct direction_result {
    std::string sql;
    std::vector<hazard> hazards;
    std::vector<refusal> refusals;
};

/// Says how many rows a database has now that costs befall.
void estimate(const conversion& of, conversion_plan& plan, const diff_options& options) {
    if (!options.row_count || of.restoring) return;
    for (change& one : plan.changes) {
        for (hazard& cost : one.hazards) {
            if (cost.code != "table-rewritten" && cost.code != "rows-lost") continue;
            const std::string table = cost.object.substr(cost.object.find(' ') + 1);
            const auto rows = options.row_count(table_before(of.renamings, table));
            if (rows) cost.message += fmt::format(" ({} now)", *rows);
        }
    }
}

void add_untried(const proof& shown, std::vector<change>& changes, std::vector<hazard>& hazards) {
    for (const std::string& table : shown.untried) {
        hazards.push_back(
            {"unproven", "table " + table,
             "no row could be made up that the table can hold before and after; its rows were not tried"});
        changes.front().hazards.push_back(hazards.back());
    }
}

/// Plans with ever more out of the way until the proof succeeds.
direction_result convert(const conversion& of, const diff_options& options) {
    direction_result result;
    std::string last;
    for (const clearing how : {clearing::needed, clearing::touching, clearing::all}) {
        try {
            conversion_plan plan = plan_conversion(of, how);
            if (!plan.refusals.empty()) return {{}, {}, std::move(plan.refusals)};
            estimate(of, plan, options);
            std::string sql = render(plan.changes);
            if (sql.empty()) return {};
            if (sql == last) continue;
            proof shown = prove(of, plan, sql);
            if (shown.failures.empty()) {
                result = {};
                for (const change& one : plan.changes)
                    result.hazards.insert(result.hazards.end(), one.hazards.begin(), one.hazards.end());
                add_untried(shown, plan.changes, result.hazards);
                result.sql = render(plan.changes);
                return result;
            }
            last = std::move(sql);
            result.refusals = std::move(shown.failures);
        } catch (const renaming_error& error) {
            result.refusals = {{error.object(), error.what()}};
        }
    }
    return result;
}

/// What to declare where SQLite misses something that the application may have.
std::string undeclared(std::string_view message) {
    static constexpr std::pair<std::string_view, std::string_view> remedies[] = {
        {"no such function: ", "--function "},
        {"no such collation sequence: ", "--collation "},
        {"no such tokenizer: ", "--tokenizer "},
        {"unknown tokenizer: ", "--tokenizer "},
        {"no such module: ", "--extension PATH of "}};
    for (const auto& [lacking, option] : remedies) {
        if (!message.starts_with(lacking)) continue;
        const std::string_view name = message.substr(lacking.size());
        const bool is_function = lacking == remedies[0].first; // how it is called the message does not say
        const std::string too_old = is_function ? too_old_for(version_of_function(name, -1)) : std::string();
        return !too_old.empty()
                   ? fmt::format(". {}: build headway with a newer one", too_old)
                   : fmt::format(". If the application provides it, declare it: {}{}", option, name);
    }
    return {};
}

/// Whether a hint says already where the one comes from, or where the other went.
bool is_settled(const renaming& possible, const std::vector<renaming>& hinted) {
    return std::any_of(hinted.begin(), hinted.end(), [&](const renaming& hint) {
        if (hint.column.empty() != possible.column.empty()) return false;
        const bool same_table = same_name(hint.table, possible.table);
        if (hint.column.empty()) return same_table || same_name(hint.from, possible.from);
        return same_table && (same_name(hint.column, possible.column) || same_name(hint.from, possible.from));
    });
}

std::optional<side> load(std::string_view text, bool is_before, const diff_options& options,
                         migration& result) {
    try {
        return side(text, options.prepare, options.left_out);
    } catch (const script_error& error) {
        const std::string lacking = undeclared(error.what());
        result.refusals.push_back({{},
                                   error.what() + lacking,
                                   is_before,
                                   error.offset(),
                                   lacking.empty() ? rule::sql_error : rule::undeclared});
        return {};
    }
}

/// Finds the place of what messages name, in AFTER or else in BEFORE.
class placer {
public:
    placer(std::string_view before_text, const side& before, std::string_view after_text, const side& after)
        : before_text_(before_text), before_(before), after_text_(after_text), after_(after) {}

    template <class Message>
    void place(std::vector<Message>& all) const {
        for (Message& one : all) {
            if (one.offset != nowhere || one.object.empty()) continue;
            one.offset = place_of_object(after_text_, after_.text(), one.object);
            if (one.offset != nowhere) continue;
            one.offset = place_of_object(before_text_, before_.text(), one.object);
            one.in_before = one.offset != nowhere;
        }
    }

private:
    std::string_view before_text_;
    const side& before_;
    std::string_view after_text_;
    const side& after_;
};

void plan(const side& before, const side& after, const diff_options& options, migration& result) {
    hints asked = read_hints(after.text(), result.refusals);
    asked.renamings.insert(asked.renamings.end(), options.renamings.begin(), options.renamings.end());
    result.possible_renamings = likely_renamings(before, after);
    std::erase_if(result.possible_renamings,
                  [&](const renaming& one) { return is_settled(one, asked.renamings); });
    const auto renamings = pending_renamings(asked.renamings, before, after, result.refusals);
    check_references(before, after, result.refusals);
    if (!result.refusals.empty()) return;
    direction_result up = convert({before, after, renamings, asked.backfills, false}, options);
    result.refusals = std::move(up.refusals);
    if (!result.refusals.empty() || up.sql.empty()) return;
    direction_result down = convert({after, before, inverse(renamings), {}, true}, options);
    if (!down.refusals.empty()) result.irreversible = down.refusals.front().message;
    result.up = std::move(up.sql);
    result.hazards = std::move(up.hazards);
    result.down = std::move(down.sql);
    result.down_hazards = std::move(down.hazards);
}

} // namespace

migration diff(std::string_view before_sql, std::string_view after_sql, const diff_options& options) {
    migration result;
    const std::optional<side> before = load(before_sql, true, options, result);
    const std::optional<side> after = load(after_sql, false, options, result);
    if (!before || !after) return result;
    plan(*before, *after, options, result);
    const placer places(before_sql, *before, after_sql, *after);
    places.place(result.refusals);
    places.place(result.hazards);
    return result;
}

std::vector<renaming> possible_renamings(std::string_view before_sql, std::string_view after_sql,
                                         const diff_options& options) {
    migration nothing;
    const std::optional<side> before = load(before_sql, true, options, nothing);
    const std::optional<side> after = load(after_sql, false, options, nothing);
    if (!before || !after) return {};
    std::vector<renaming> result = likely_renamings(*before, *after);
    const hints said = read_hints(after->text(), nothing.refusals);
    std::erase_if(result, [&](const renaming& one) { return is_settled(one, said.renamings); });
    return result;
}

} // namespace headway::compiler
