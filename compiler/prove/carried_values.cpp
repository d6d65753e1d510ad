#include "prove/carried_values.hpp"

#include "prove/statement_words.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace headway::compiler {
namespace {

/// A part of a statement, by what its words say.
enum class clause : std::uint8_t { values, assigned, tables, join_conditions, conditions };

/// What a SELECT or UPDATE says of columns, and the tables that they may be of.
struct scope {
    struct mention {
        std::string qualifier; ///< Empty if there is none.
        std::string column;    ///< `*` for all.
    };
    struct source {
        std::string table;
        std::string alias; ///< Its name if it has none.
    };
    std::vector<mention> mentions;
    std::vector<source> sources;
};

std::optional<clause> begun_by(std::string_view word) {
    if (is_one_of(word, {"select", "values"})) return clause::values;
    if (word == "set") return clause::assigned;
    if (is_one_of(word, {"from", "join"})) return clause::tables;
    if (is_one_of(word, {"on", "using"})) return clause::join_conditions;
    if (is_one_of(word, {"where", "having", "group", "order", "limit", "window", "returning"}))
        return clause::conditions;
    return std::nullopt;
}

bool begins_query(std::string_view word) {
    return is_one_of(word, {"select", "values", "with"});
}

/// What a table has behind its name, if it is no alias.
bool is_of_join(std::string_view word) {
    return is_one_of(word, {"natural", "left", "right", "full", "outer", "inner", "cross", "join", "on",
                            "using", "indexed", "not", "set"}) ||
           begun_by(word) || is_one_of(word, {"union", "except", "intersect"});
}

/// Goes through a statement from clause to clause.
class value_reader {
public:
    value_reader(std::string_view sql, const watched_statement& statement)
        : statement_(statement), words_(words_of(sql, 0, sql.size())) {}

    std::set<carried_column> read() {
        const std::size_t at = read_ctes(0);
        scope all;
        if (text(at) == "update")
            read_span(at + 1, words_.size(), all, clause::tables);
        else
            read_span(find_query(at), words_.size(), all, clause::values);
        resolve(all, nullptr);
        add_what_triggers_write();
        return std::move(carried_);
    }

private:
    [[nodiscard]] std::string_view text(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at].text) : std::string_view();
    }
    [[nodiscard]] bool is_name(std::size_t at) const {
        if (at >= words_.size()) return false;
        const token_kind kind = words_[at].at.kind;
        return kind == token_kind::word || kind == token_kind::quoted_name;
    }
    [[nodiscard]] std::string name(std::size_t at) const { return fold(unquote(text(at))); }

    [[nodiscard]] std::size_t find_query(std::size_t at) const;
    [[nodiscard]] std::size_t read_ctes(std::size_t at);
    void read_span(std::size_t begin, std::size_t end, scope&, clause, bool is_value = false);
    /// With `is_value` it stands for a value of the row further out, which its conditions tie it to.
    void read_query(std::size_t begin, std::size_t end, scope& outer, bool is_value = false);
    void read_brackets(std::size_t open, std::size_t close, scope&, clause);
    [[nodiscard]] std::size_t read_table(std::size_t at, scope&);
    [[nodiscard]] std::size_t read_value(std::size_t at, scope&) const;
    [[nodiscard]] bool is_condensed(std::size_t open) const;
    void resolve(const scope&, scope* outer);
    [[nodiscard]] bool resolve(const scope::mention&, const scope::source&);
    void add_what_triggers_write();

    const watched_statement& statement_;
    statement_words words_;
    std::map<std::string, std::pair<std::size_t, std::size_t>> ctes_; ///< Their brackets, by name.
    std::set<carried_column> carried_;
};

/// Past the names of the table and columns that are filled.
std::size_t value_reader::find_query(std::size_t at) const {
    while (at < words_.size() && !begins_query(text(at)))
        at = text(at) == "(" ? closing(words_, at) + 1 : at + 1;
    return at;
}

/// What a common table expression selects counts where it is selected from.
std::size_t value_reader::read_ctes(std::size_t at) {
    if (text(at) != "with") return at;
    at += text(at + 1) == "recursive" ? 2 : 1;
    while (is_name(at)) {
        std::string known = name(at++);
        if (text(at) == "(") at = closing(words_, at) + 1;
        while (at < words_.size() && text(at) != "(")
            ++at;
        const std::size_t close = closing(words_, at);
        ctes_[std::move(known)] = {at, close};
        at = close + 1;
        if (text(at) != ",") break;
        ++at;
    }
    return at;
}

/// The tables stand behind the values that are of them, so that these are looked up at the end.
void value_reader::read_span(std::size_t begin, std::size_t end, scope& now, clause in, bool is_value) {
    bool updates = in == clause::tables;
    for (std::size_t at = read_ctes(begin); at < end;) {
        const std::string_view word = text(at);
        if (is_one_of(word, {"except", "intersect"})) return; // what follows takes rows away
        if (word == "union") resolve(std::exchange(now, scope()), nullptr);
        updates = updates || word == "set";
        // An UPDATE tells by the old values of its rows what the new ones are.
        const bool tells = in == clause::values ||
                           ((updates || (is_value && !now.mentions.empty())) && in == clause::conditions);
        if (const auto next = begun_by(word)) {
            in = *next;
            ++at;
        } else if (word == "(") {
            const std::size_t close = closing(words_, at);
            if (in != clause::conditions)
                read_brackets(at, close, now, in);
            else if (tells && !begins_query(text(at + 1)))
                read_brackets(at, close, now, clause::values);
            at = close + 1;
        } else if (in == clause::tables && is_name(at)) {
            at = read_table(at, now);
        } else if (tells && (is_name(at) || word == "*")) {
            at = read_value(at, now);
        } else {
            if (in == clause::assigned && word == "=") in = clause::values;
            if (in == clause::values && word == "," && updates) in = clause::assigned;
            if (in == clause::join_conditions && word == ",") in = clause::tables;
            ++at;
        }
    }
}

void value_reader::read_query(std::size_t begin, std::size_t end, scope& outer, bool is_value) {
    scope own;
    read_span(begin, end, own, clause::values, is_value);
    resolve(own, &outer);
}

/// Whether what a call is given comes down to one value for many rows, or to none.
bool value_reader::is_condensed(std::size_t open) const {
    const std::string_view before = open == 0 ? std::string_view() : text(open - 1);
    if (is_one_of(before,
                  {"exists", "in", "over", "filter", "count", "sum", "total", "avg", "length", "octet_length",
                   "typeof", "instr", "json_valid", "json_type", "json_array_length"}))
        return true;
    return is_one_of(before, {"min", "max"}) && count_arguments(words_, open) == 1;
}

void value_reader::read_brackets(std::size_t open, std::size_t close, scope& now, clause in) {
    const bool is_query = begins_query(text(open + 1));
    if (in == clause::values && is_query) {
        if (!is_condensed(open)) read_query(open + 1, close, now, true);
    } else if (in == clause::values) {
        if (!is_condensed(open)) read_span(open + 1, close, now, clause::values);
    } else if (in == clause::tables && is_query) {
        if (!now.mentions.empty()) read_query(open + 1, close, now);
    } else if (in == clause::tables && (open == 0 || !is_name(open - 1) || begun_by(text(open - 1)))) {
        read_span(open + 1, close, now, clause::tables);
    }
}

std::size_t value_reader::read_table(std::size_t at, scope& now) {
    if (is_of_join(text(at)) || is_one_of(text(at), {"or", "rollback", "abort", "replace", "fail", "ignore"}))
        return at + 1;
    if (text(at + 1) == ".") at += 2;
    std::string table = name(at++);
    if (text(at) == "as") ++at;
    const bool has_alias = is_name(at) && !is_of_join(text(at));
    std::string alias = has_alias ? name(at++) : table;
    const auto cte = ctes_.find(table);
    if (cte == ctes_.end()) {
        now.sources.push_back({std::move(table), std::move(alias)});
    } else if (const auto [open, close] = cte->second; !now.mentions.empty()) {
        ctes_.erase(cte); // it may select from itself
        read_query(open + 1, close, now);
    }
    return at;
}

std::size_t value_reader::read_value(std::size_t at, scope& now) const {
    if (text(at) == "as") return at + 2;
    if (text(at) == "*") {
        const std::string_view before = at == 0 ? std::string_view() : text(at - 1);
        if (is_one_of(before, {"select", "distinct", "all", ","})) now.mentions.push_back({"", "*"});
        return at + 1;
    }
    std::string qualifier;
    while (text(at + 1) == ".") {
        qualifier = name(at);
        at += 2;
    }
    const bool is_column = text(at + 1) != "(" && !is_one_of(text(at), {"null", "distinct", "all"});
    if (is_column) now.mentions.push_back({std::move(qualifier), text(at) == "*" ? "*" : name(at)});
    return at + 1;
}

bool value_reader::resolve(const scope::mention& one, const scope::source& of) {
    if (!one.qualifier.empty() && one.qualifier != of.alias && one.qualifier != of.table) return false;
    const auto& all = statement_.actions;
    for (const watched_action& each : all) // of a view
        if (each.code == SQLITE_READ && same_name(each.cause, of.table))
            carried_.insert({fold(each.first), fold(each.second)});
    const bool is_rowid =
        names_rowid(one.column); // SQLite then speaks of the column that it is, if there is one
    const bool is_there =
        one.column == "*" || std::any_of(all.begin(), all.end(), [&](const watched_action& each) {
            return each.code == SQLITE_READ && same_name(each.first, of.table) &&
                   (is_rowid || same_name(each.second, one.column));
        });
    if (is_there) carried_.insert({of.table, one.column});
    return is_there;
}

/// A mention that is of none of its tables is of one further out.
void value_reader::resolve(const scope& of, scope* outer) {
    for (const scope::mention& one : of.mentions) {
        bool is_known = false;
        for (const scope::source& each : of.sources)
            is_known = resolve(one, each) || is_known;
        if (!is_known && outer != nullptr && one.column != "*") outer->mentions.push_back(one);
    }
}

void value_reader::add_what_triggers_write() {
    for (const watched_action& write : statement_.actions) {
        if ((write.code != SQLITE_INSERT && write.code != SQLITE_UPDATE) || write.cause.empty()) continue;
        for (const watched_action& each : statement_.actions)
            if (each.code == SQLITE_READ && each.cause == write.cause)
                carried_.insert({fold(each.first), fold(each.second)});
    }
}

} // namespace

std::set<carried_column> carried_by(std::string_view sql, const watched_statement& statement) {
    if (filled_by(statement).empty()) return {};
    return value_reader(sql, statement).read();
}

std::set<std::string> filled_by(const watched_statement& statement) {
    std::set<std::string> filled;
    const bool selects = statement.does(SQLITE_SELECT); // CREATE TABLE … AS
    for (const watched_action& each : statement.actions) {
        const bool makes = each.code == SQLITE_CREATE_TABLE || each.code == SQLITE_CREATE_TEMP_TABLE;
        const bool fills = each.code == SQLITE_INSERT || each.code == SQLITE_UPDATE || (makes && selects);
        if (fills && !each.first.starts_with("sqlite_")) filled.insert(fold(each.first));
    }
    return filled;
}

} // namespace headway::compiler
