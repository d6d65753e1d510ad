#include "prove/every_row.hpp"

#include "prove/failure.hpp"
#include "prove/statement_words.hpp"
#include "schema/checks.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace headway::compiler {
namespace {

using column_names = std::set<std::string>; ///< Folded.

/// The columns of the CHECK that has this name, or this expression; none if it is not found.
column_names columns_of_check(const schema_object& table, std::string_view named) {
    const lexemes& all = table.meaning;
    for (std::size_t at = 0; at + 2 < all.size(); ++at) {
        if (all[at].text == "constraint" && same_name(all[at + 1].text, named) && all[at + 2].text == "check")
            return columns_in(
                checks_of(lexemes(all.begin() + static_cast<std::ptrdiff_t>(at), all.end())).front(),
                *table.structure);
    }
    lexemes wanted = normalise(named, statement_kind::other);
    for (const lexemes& check : checks_of(all)) {
        const bool is_it =
            check.size() == wanted.size() + 2 && std::equal(wanted.begin(), wanted.end(), check.begin() + 1);
        if (is_it) return columns_in(check, *table.structure);
    }
    return {};
}

/// The columns of the table that a message complains of, if it says so.
column_names complained_of(const schema_object& table, std::string_view message) {
    if (const auto check = behind(message, "CHECK constraint failed: "); !check.empty())
        return columns_of_check(table, check);
    const bool is_of_column =
        message.starts_with("NOT NULL constraint failed: ") || message.starts_with("cannot store ");
    if (!is_of_column) return {};
    return {fold(message.substr(message.rfind('.') + 1))};
}

/// An INSERT, UPDATE or DELETE that does the same to all rows of one table.
class plain_statement {
public:
    plain_statement(std::string_view sql, const schema& now)
        : words_(words_of(sql, 0, sql.size())), now_(now) {
        if (text(0) == "insert" || text(0) == "replace") read_insert();
        if (text(0) == "update") read_update();
        if (text(0) == "delete") read_delete();
    }
    /// Whether it is one.
    [[nodiscard]] bool reaches_all() const noexcept { return reaches_all_ && table_ != nullptr; }
    [[nodiscard]] const schema_object* table() const noexcept { return table_; }
    /// The columns that get the same value in each row.
    [[nodiscard]] const column_names& constants() const noexcept { return constants_; }

private:
    [[nodiscard]] std::string_view text(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at].text) : std::string_view();
    }
    [[nodiscard]] std::size_t read_table(std::size_t at);
    [[nodiscard]] std::vector<std::string> read_columns(std::size_t& at) const;
    [[nodiscard]] std::size_t end_of(std::size_t at) const;
    [[nodiscard]] bool is_constant(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_whole_table(std::size_t at) const;
    void read_insert();
    void read_update();
    void read_delete();

    statement_words words_;
    const schema& now_;
    const schema_object* table_ = nullptr;
    bool reaches_all_ = false;
    column_names constants_;
};

/// Reads the name of a table, and returns the place behind it.
std::size_t plain_statement::read_table(std::size_t at) {
    if (text(at + 1) == ".") at += 2;
    table_ = now_.find(object_kind::table, unquote(text(at)));
    return at + 1;
}

/// Where an expression ends that begins here: at a comma or word of its level.
std::size_t plain_statement::end_of(std::size_t at) const {
    while (at < words_.size() && !is_one_of(text(at), {",", ";", "from", "where", "returning", ")"}))
        at = text(at) == "(" ? closing(words_, at) + 1 : at + 1;
    return std::min(at, words_.size());
}

/// Whether an expression consists of literals.
bool plain_statement::is_constant(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end && text(at) != "as"; ++at) {
        const token_kind kind = words_[at].at.kind;
        if (kind == token_kind::quoted_name || text(at) == "*") return false;
        if (kind == token_kind::word && !is_one_of(text(at), {"null", "true", "false", "not", "and", "or"}))
            return false;
    }
    return begin < end;
}

/// Whether behind FROM stands a table, and nothing that takes rows away.
bool plain_statement::is_whole_table(std::size_t at) const {
    if (text(at) != "from" || text(at + 1) == "(") return false;
    for (++at; at < words_.size() && text(at) != "order"; ++at) {
        if (is_one_of(text(at), {",", "join", "where", "group", "having", "limit", "union", "except",
                                 "intersect", "(", "returning"}))
            return false;
    }
    return true;
}

/// The names in brackets, or all columns that a row of values is for.
std::vector<std::string> plain_statement::read_columns(std::size_t& at) const {
    std::vector<std::string> columns;
    if (text(at) != "(") {
        for (const table_column& each : table_->structure->columns)
            if (each.hidden == 0) columns.push_back(fold(each.name));
        return columns;
    }
    const std::size_t close = closing(words_, at);
    for (++at; at < close; ++at)
        if (text(at) != ",") columns.push_back(fold(unquote(text(at))));
    ++at;
    return columns;
}

void plain_statement::read_insert() {
    std::size_t at = 0;
    while (at < words_.size() && text(at) != "into")
        ++at;
    at = read_table(at + 1);
    if (table_ == nullptr) return;
    const std::vector<std::string> columns = read_columns(at);
    if (text(at++) != "select") return;
    if (is_one_of(text(at), {"distinct", "all"})) ++at;
    for (const table_column& each : table_->structure->columns) {
        const bool is_given = std::find(columns.begin(), columns.end(), fold(each.name)) != columns.end();
        if (!is_given && each.hidden == 0 && rowid_alias(*table_->structure) != &each)
            constants_.insert(fold(each.name));
    }
    for (std::size_t number = 0; number < columns.size(); ++number) {
        const std::size_t end = end_of(at);
        if (is_constant(at, end)) constants_.insert(columns[number]);
        at = end;
        if (text(at) != ",") break;
        ++at;
    }
    reaches_all_ = is_whole_table(at);
}

void plain_statement::read_update() {
    std::size_t at = 1;
    if (text(at) == "or") at += 2;
    at = read_table(at);
    while (at < words_.size() && text(at) != "set")
        ++at;
    reaches_all_ = true;
    for (++at; at < words_.size(); ++at) {
        const std::string column = fold(unquote(text(at)));
        if (text(at + 1) != "=") break;
        const std::size_t end = end_of(at + 2);
        if (is_constant(at + 2, end)) constants_.insert(column);
        at = end;
        if (text(at) != ",") break;
    }
    reaches_all_ = at >= words_.size() || text(at) == ";";
}

void plain_statement::read_delete() {
    std::size_t at = read_table(text(1) == "from" ? 2 : 1);
    reaches_all_ = at >= words_.size() || text(at) == ";";
}

/// Whether a trigger does nothing but refuse, with this message.
bool always_refuses(const schema_object& trigger, std::string_view message) {
    const lexemes& all = trigger.meaning;
    std::size_t at = 0;
    while (at < all.size() && all[at].text != "begin") {
        if (is_one_of(all[at++].text, {"when", "of"})) return false;
    }
    constexpr std::size_t message_at = 5; // BEGIN SELECT RAISE ( ABORT , 'message' )
    if (at + message_at + 3 > all.size() || all[at + 1].text != "select" ||
        !same_name(all[at + 2].text, "raise"))
        return false;
    const auto said = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(at), all.end(),
                                   [](const lexeme& each) { return each.kind == lexeme_kind::literal; });
    const auto next = said == all.end() ? all.end() : said + 1;
    return next != all.end() && std::string_view(said->text).substr(1) == message && next->text == ")" &&
           next + 1 != all.end() && (next + 1)->text == ";";
}

bool is_refused_by_trigger(const plain_statement& statement, const watched_statement& watched,
                           std::string_view message, const schema& now) {
    return std::any_of(watched.actions.begin(), watched.actions.end(), [&](const watched_action& each) {
        const schema_object* trigger =
            each.cause.empty() ? nullptr : now.find(object_kind::trigger, each.cause);
        return trigger != nullptr && same_name(trigger->table, statement.table()->name) &&
               always_refuses(*trigger, message);
    });
}

/// Whether ALTER TABLE adds a column whose definition speaks of no other.
bool adds_constant(std::string_view sql, const watched_action& alter, const schema& now) {
    const schema_object* table = now.find(object_kind::table, alter.second);
    const statement_words all = words_of(sql, 0, sql.size());
    const auto add =
        std::find_if(all.begin(), all.end(), [](const word& each) { return each.text == "add"; });
    return table != nullptr && std::none_of(add, all.end(), [&](const word& each) {
               const bool is_name =
                   each.at.kind == token_kind::word || each.at.kind == token_kind::quoted_name;
               return is_name && find_column(*table->structure, unquote(each.text)) != nullptr;
           });
}

} // namespace

bool fails_on_every_row(std::string_view sql, const watched_statement& statement, std::string_view message,
                        const schema& now) {
    if (const watched_action* alter = statement.find(SQLITE_ALTER_TABLE)) {
        const bool is_of_value = message.starts_with("CHECK constraint failed") ||
                                 message.starts_with("NOT NULL constraint failed") ||
                                 message == "type mismatch on DEFAULT";
        return is_of_value && adds_constant(sql, *alter, now);
    }
    const plain_statement plain(sql, now);
    if (!plain.reaches_all()) return false;
    if (is_refused_by_trigger(plain, statement, message, now)) return true;
    const column_names columns = complained_of(*plain.table(), message);
    return !columns.empty() &&
           std::includes(plain.constants().begin(), plain.constants().end(), columns.begin(), columns.end());
}

} // namespace headway::compiler
