#include "prove/row_origins.hpp"

#include "prove/former_names.hpp"
#include "prove/statement_words.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// The table that a statement fills: by INSERT, or by CREATE TABLE … AS.
std::string target_of(const watched_statement& statement) {
    for (const watched_action& each : statement.actions) {
        const bool fills = each.code == SQLITE_INSERT || each.code == SQLITE_CREATE_TABLE ||
                           each.code == SQLITE_CREATE_TEMP_TABLE;
        if (fills && !each.first.starts_with("sqlite_")) return fold(each.first);
    }
    return {};
}

/// Whether a copy ends at a number of rows, whatever there are; `LIMIT -1` is none.
bool has_limit(std::string_view sql) {
    const statement_words all = words_of(sql, 0, sql.size());
    int depth = 0;
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        depth += all[at].text == "(" ? 1 : all[at].text == ")" ? -1 : 0;
        if (depth == 0 && all[at].text == "limit") return all[at + 1].at.kind == token_kind::number;
    }
    return false;
}

} // namespace

/// SQLite copies `INSERT INTO a SELECT * FROM b` by page, if it can, and does not ask.
std::set<std::string> sources_of(const watched_statement& statement, std::string_view sql) {
    std::set<std::string> sources;
    for (const watched_action& each : statement.actions) {
        if (each.code == SQLITE_READ && !each.first.starts_with("sqlite_")) sources.insert(fold(each.first));
    }
    if (!sources.empty()) return sources;
    bool from = false;
    for (const token& each : tokens(sql)) {
        const std::string_view text = each.in(sql);
        if (from) sources.insert(fold(unquote(text)));
        from = same_name(text, "from") || (from && (same_name(text, "main") || text == "."));
    }
    return sources;
}

bool calls_only_builtins(const watched_statement& statement, SQLite::Database& database) {
    return std::none_of(statement.actions.begin(), statement.actions.end(), [&](const auto& each) {
        if (each.code != SQLITE_FUNCTION) return false;
        SQLite::Statement foreign(
            database, "SELECT 1 FROM pragma_function_list WHERE name = ? COLLATE NOCASE AND NOT builtin");
        foreign.bind(1, each.second);
        return foreign.executeStep();
    });
}

/// Goes through a section, statement by statement.
class row_origins::walk {
public:
    walk(const schema& before, SQLite::Database& database, row_origins& into)
        : names_(before), database_(database), origins_(into.origins_), moved_(into.moved_) {}

    void pass(std::string_view sql, const watched_statement& statement) {
        const std::string_view own = sql.substr(statement.begin, statement.end - statement.begin);
        if (const std::string target = target_of(statement); !target.empty()) fill(target, own, statement);
        const watched_action* drop = statement.find(SQLITE_DROP_TABLE);
        if (drop == nullptr) drop = statement.find(SQLITE_DROP_TEMP_TABLE);
        if (drop != nullptr) {
            origins_.erase(fold(drop->first));
            moved_.erase(names_.table(drop->first));
        } else {
            remember_deletions(statement);
        }
        if (const watched_action* alter = statement.find(SQLITE_ALTER_TABLE)) rename(alter->second, own);
        names_.pass(sql, statement);
    }

private:
    void fill(const std::string& target, std::string_view own, const watched_statement& statement) {
        origin from{{}, calls_only_builtins(statement, database_), has_limit(own), &statement};
        for (const std::string& source : sources_of(statement, own)) {
            if (const std::string former = names_.table(source); !former.empty()) {
                from.tables.insert(former);
                from.is_plain = from.is_plain && !deleted_.contains(former);
            } else if (const auto known = origins_.find(source); known != origins_.end()) {
                from.tables.insert(known->second.tables.begin(), known->second.tables.end());
                from.is_plain = from.is_plain && known->second.is_plain;
                from.is_limited = from.is_limited || known->second.is_limited;
            }
        }
        if (from.tables.empty()) return; // rows of its own
        origin& into = origins_[target];
        into.tables.merge(from.tables);
        into.is_plain = into.is_plain && from.is_plain;
        into.is_limited = into.is_limited && from.is_limited;
        into.last = &statement;
    }
    void remember_deletions(const watched_statement& statement) {
        for (const watched_action& each : statement.actions) {
            if (each.code != SQLITE_DELETE || each.first.starts_with("sqlite_")) continue;
            deleted_.insert(names_.table(each.first));
            origins_[fold(each.first)].is_plain = false;
        }
    }
    void rename(const std::string& table, std::string_view statement) {
        const auto now = table_renamed_to(statement);
        if (!now) return;
        if (const std::string former = names_.table(table); !former.empty()) moved_[former] = fold(*now);
        auto moved = origins_.extract(fold(table));
        if (moved.empty()) return;
        moved.key() = fold(*now);
        origins_.erase(fold(*now));
        origins_.insert(std::move(moved));
    }

    former_names names_;
    SQLite::Database& database_;
    std::map<std::string, origin>& origins_;
    std::map<std::string, std::string>& moved_;
    std::set<std::string> deleted_; ///< Tables of the schema before that rows were deleted from.
};

row_origins::row_origins(const section& of, const statement_log& log, const schema& before,
                         SQLite::Database& database) {
    walk way(before, database, *this);
    for (const watched_statement& each : log.statements())
        way.pass(of.sql(), each);
}

const watched_statement* row_origins::rebuilt_by(std::string_view table) const {
    const auto found = origins_.find(fold(table));
    const bool is_it =
        found != origins_.end() && found->second.is_plain && found->second.tables.contains(fold(table));
    return is_it ? found->second.last : nullptr;
}

bool row_origins::is_limited(std::string_view table) const {
    const auto found = origins_.find(fold(table));
    return found != origins_.end() && found->second.is_limited && fed_by(table).empty();
}

const watched_statement* row_origins::filled_by(std::string_view table) const {
    const auto found = origins_.find(fold(table));
    return found == origins_.end() ? nullptr : found->second.last;
}

bool row_origins::is_fed_by(std::string_view table, std::string_view before) const {
    const auto found = origins_.find(fold(table));
    return found != origins_.end() && found->second.tables.contains(fold(before));
}

std::set<std::string> row_origins::fed_by(std::string_view table) const {
    std::set<std::string> fed;
    for (const auto& [name, from] : origins_) {
        if (name != fold(table) && from.tables.contains(fold(table))) fed.insert(name);
    }
    const auto moved = moved_.find(fold(table));
    if (moved != moved_.end() && moved->second != fold(table)) fed.insert(moved->second);
    return fed;
}

} // namespace headway::compiler
