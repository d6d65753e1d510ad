#include "layouts/escapes.hpp"

#include "layouts/naming.hpp"
#include "read/text.hpp"
#include "sql/name.hpp"
#include "sql/statement.hpp"
#include "sqlite/authorizer.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace headway::compiler {
using namespace detail;
namespace {

/// The first words of a statement, folded; empty where there are fewer.
struct head {
    std::array<std::string, 4> words{};
    std::size_t count = 0; ///< Of all words.
};

head head_of(std::string_view statement) {
    head result;
    for (const token& each : tokens(statement)) {
        if (result.count < result.words.size()) result.words[result.count] = fold(each.in(statement));
        if (++result.count > 16) break;
    }
    return result;
}

bool is_begin(const head& of) {
    if (of.words[0] != "begin") return false;
    const std::size_t kind =
        of.words[1] == "deferred" || of.words[1] == "immediate" || of.words[1] == "exclusive" ? 2 : 1;
    return of.count == kind || (of.count == kind + 1 && of.words[kind] == "transaction");
}

bool is_commit(const head& of) {
    return (of.words[0] == "commit" || of.words[0] == "end") &&
           (of.count == 1 || (of.count == 2 && of.words[1] == "transaction"));
}

/// The name that a SAVEPOINT or RELEASE has.
std::string savepoint_of(const head& of) {
    if (of.words[0] == "savepoint") return of.words[1];
    if (of.words[0] != "release") return {};
    return of.words[1] == "savepoint" ? of.words[2] : of.words[1];
}

bool is_transaction_control(const head& of) {
    return of.words[0] == "savepoint" || of.words[0] == "release" || of.words[0] == "rollback" ||
           is_begin(of) || is_commit(of);
}

/// `PRAGMA main.name = value` as its name and whether it has a value.
struct pragma_words {
    std::string name{};
    bool has_value = false;
};
std::optional<pragma_words> pragma_of(const head& of) {
    if (of.words[0] != "pragma") return std::nullopt;
    const bool is_qualified = of.words[2] == ".";
    const std::string& name = is_qualified ? of.words[3] : of.words[1];
    return pragma_words{name, of.count > (is_qualified ? 4U : 2U)};
}

breach judge_pragma(const pragma_words& of, bool in_transaction) {
    return judge({"", in_transaction},
                 {SQLITE_PRAGMA, of.name.c_str(), of.has_value ? "1" : nullptr, nullptr, nullptr});
}

/// Whether a statement cannot run in a transaction, and may run alone.
bool runs_alone(const head& of) {
    if (of.words[0] == "vacuum") return true;
    const auto pragma = pragma_of(of);
    return pragma && judge_pragma(*pragma, true) != breach::none &&
           judge_pragma(*pragma, false) == breach::none;
}

/// The table that a statement makes or writes rows of, if it begins with one of these words.
std::string table_of(std::string_view statement, std::initializer_list<std::string_view> verbs) {
    constexpr std::array<std::string_view, 10> between{"or",   "replace", "ignore", "abort", "fail",
                                                       "into", "from",    "table",  "if",    "not"};
    std::string name;
    bool is_first = true;
    for (const token& each : tokens(statement)) {
        std::string word = fold(each.in(statement));
        if (std::exchange(is_first, false)) {
            if (std::find(verbs.begin(), verbs.end(), word) == verbs.end()) return {};
        } else if (!name.empty() && word == ".") {
            name.clear(); // it was the schema's
        } else if (!name.empty()) {
            return name;
        } else if (word != "exists" && std::find(between.begin(), between.end(), word) == between.end()) {
            name = fold(unquote(each.in(statement)));
        }
    }
    return name;
}

class escape_taker {
public:
    escape_taker(step_part& part, const std::vector<std::string>& records, escape_counts& counts,
                 diagnostics& found)
        : part_(part), records_(records), counts_(counts), found_(found) {}

    void take() {
        for (const script_span& each : find_statements(part_.body))
            statements_.push_back({each, head_of(each.in(part_.body))});
        const bool alone = !part_.transaction && statements_.size() == 1 && runs_alone(statements_[0].words);
        if (!part_.transaction && !alone) count(escape::no_transaction);
        part_.transaction = !alone;
        if (alone) return;
        for (const statement& each : statements_) {
            take_pragma(each);
            take_record(each);
        }
        pair_up();
        part_.body = trim_lines(part_.body);
    }

private:
    struct statement {
        script_span span;
        head words;
    };

    void count(escape kind) { ++counts_[static_cast<std::size_t>(kind)]; }
    void count_once(escape kind) {
        if (!std::exchange(is_counted_[static_cast<std::size_t>(kind)], true)) count(kind);
    }

    void take_pragma(const statement& of) {
        const auto pragma = pragma_of(of.words);
        if (!pragma) return;
        if (pragma->name == "legacy_alter_table") return count_once(escape::legacy_alter_table);
        const bool is_deferring = pragma->name == "defer_foreign_keys"; // of those that are off
        if (!is_deferring && judge_pragma(*pragma, true) == breach::none) return;
        if (!is_deferring && pragma->name != "foreign_keys")
            return refuse(of, rule::pragma, breach::pragma, pragma->name);
        blank(of.span);
        count_once(is_deferring ? escape::defer_foreign_keys : escape::foreign_keys);
    }

    /// Other tools' tables stay as they are.
    void take_record(const statement& of) {
        if (records_.empty()) return;
        const std::string table = table_of(of.span.in(part_.body), {"insert", "replace", "update", "delete"});
        if (std::find(records_.begin(), records_.end(), table) == records_.end()) return;
        blank(of.span);
        count_once(escape::version_row);
    }

    /// What begins a transaction or savepoint goes with what ends it; what is alone is refused.
    void pair_up() {
        std::vector<const statement*> open;
        for (const statement& each : statements_) {
            const bool opens = is_begin(each.words) || each.words.words[0] == "savepoint";
            const bool closes = is_commit(each.words) || each.words.words[0] == "release";
            if (opens) {
                open.push_back(&each);
            } else if (closes && !open.empty() && fit_together(*open.back(), each)) {
                blank(open.back()->span);
                blank(each.span);
                open.pop_back();
                count_once(escape::transaction);
            } else if (is_transaction_control(each.words)) {
                refuse(each);
            }
        }
        for (const statement* each : open)
            refuse(*each);
    }

    static bool fit_together(const statement& open, const statement& close) {
        return is_begin(open.words) ? is_commit(close.words)
                                    : close.words.words[0] == "release" &&
                                          savepoint_of(open.words) == savepoint_of(close.words);
    }

    void refuse(const statement& of) {
        std::string name(of.span.in(part_.body).substr(0, of.words.words[0].size()));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        refuse(of, rule::transaction_control, breach::transaction, name);
    }

    void refuse(const statement& of, rule broken, breach why, std::string_view subject) {
        const std::string_view words = of.span.in(part_.body);
        found_.add(broken, place_of(part_.file->text, words.substr(0, words.find('\n'))),
                   explain(why, subject));
    }

    /// Line ends stay, so that lines keep their numbers.
    void blank(const script_span& of) {
        std::string& text = part_.file->text->text;
        const auto begin = static_cast<std::size_t>(part_.body.data() - text.data());
        std::replace_if(
            text.begin() + static_cast<std::ptrdiff_t>(begin + of.begin),
            text.begin() + static_cast<std::ptrdiff_t>(begin + of.next), [](char c) { return c != '\n'; },
            ' ');
    }

    step_part& part_;
    const std::vector<std::string>& records_;
    escape_counts& counts_;
    diagnostics& found_;
    std::vector<statement> statements_;
    std::array<bool, std::tuple_size_v<escape_counts>> is_counted_{};
};

} // namespace

void take_escapes(step_part& part, const std::vector<std::string>& records, escape_counts& counts,
                  diagnostics& found) {
    escape_taker(part, records, counts, found).take();
}

std::vector<std::string> tables_made_elsewhere(std::vector<std::string> tables,
                                               const std::vector<layout_step>& steps) {
    std::erase_if(tables, [&](const std::string& table) {
        bool is_named = false;
        for (const layout_step& each : steps) {
            if (each.up.body.find(table) == std::string_view::npos) continue;
            is_named = true;
            for (const script_span& one : find_statements(each.up.body))
                if (table_of(one.in(each.up.body), {"create"}) == fold(table)) return true;
        }
        return !is_named;
    });
    for (std::string& table : tables)
        table = fold(table);
    return tables;
}

std::string describe(const escape_counts& counts) {
    constexpr std::array<std::string_view, std::tuple_size_v<escape_counts>> names{
        "BEGIN with COMMIT, or SAVEPOINT with RELEASE",
        "PRAGMA foreign_keys",
        "PRAGMA defer_foreign_keys",
        "to run without a transaction",
        "the tool's own version row",
        "PRAGMA legacy_alter_table, which is run"};
    std::string text;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] == 0) continue;
        text += fmt::format("{}{} ({} {})", text.empty() ? "" : ", ", names[kind], counts[kind],
                            counts[kind] == 1 ? "section" : "sections");
    }
    return text;
}

} // namespace headway::compiler
