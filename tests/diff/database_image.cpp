#include "diff/database_image.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace headway::tests {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || (c & 0x80) != 0;
}

/// Behind a quoted text that begins at `at`; a doubled quote is part of it.
std::size_t behind_quotes(std::string_view sql, std::size_t at) {
    const char close = sql[at] == '[' ? ']' : sql[at];
    for (++at; at < sql.size(); ++at) {
        if (sql[at] != close) continue;
        if (close == ']' || at + 1 == sql.size() || sql[at + 1] != close) return at + 1;
        ++at;
    }
    return at;
}

std::size_t behind_token(std::string_view sql, std::size_t at) {
    if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
    if (sql.substr(at, 2) == "/*") return std::min(sql.find("*/", at + 2), sql.size() - 2) + 2;
    if (std::string_view("\"'`[").find(sql[at]) != std::string_view::npos) return behind_quotes(sql, at);
    std::size_t end = at + 1;
    while (is_word(sql[at]) && end < sql.size() && is_word(sql[end]))
        ++end;
    return end;
}

/// The lines that a query yields, `|` between the columns.
std::string lines_of(SQLite::Database& database, const std::string& query) {
    std::string result;
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        for (int column = 0; column < rows.getColumnCount(); ++column)
            result += rows.getColumn(column).getString() + "|";
        result += "\n";
    }
    return result;
}

std::string literal(std::string_view text) {
    std::string result = "'";
    for (const char c : text)
        result.append(c == '\'' ? "''" : std::string(1, c));
    return result + "'";
}

std::string describe_index(SQLite::Database& database, const std::string& name) {
    return lines_of(database, "SELECT cid, lower(name), \"desc\", lower(coll), key FROM pragma_index_xinfo(" +
                                  literal(name) + ")");
}

std::string describe_table(SQLite::Database& database, const std::string& name) {
    const std::string in = "(" + literal(name) + ")";
    std::string result = lines_of(database, "SELECT type, ncol, wr, strict FROM pragma_table_list" + in +
                                                " WHERE schema = 'main'");
    SQLite::Statement columns(database, "SELECT lower(name), lower(type), \"notnull\", coalesce(dflt_value, "
                                        "'-'), pk, hidden FROM pragma_table_xinfo" +
                                            in);
    while (columns.executeStep()) {
        for (int column = 0; column < 6; ++column) {
            const std::string text = columns.getColumn(column).getString();
            result += (column == 3 ? tokens_of(text) : text) + "|";
        }
        result += "\n";
    }
    // The names of automatic indexes follow the order of the constraints, which is in the statement already.
    SQLite::Statement indexes(database, "SELECT name, \"unique\", origin, partial FROM pragma_index_list" +
                                            in + " ORDER BY origin = 'c', origin, name");
    std::multiset<std::string> constraints;
    while (indexes.executeStep()) {
        if (indexes.getColumn(2).getString() == "c") continue;
        constraints.insert(indexes.getColumn(1).getString() + indexes.getColumn(2).getString() + "|" +
                           describe_index(database, indexes.getColumn(0).getString()));
    }
    for (const std::string& one : constraints)
        result += one;
    return result +
           lines_of(database, "SELECT seq, lower(\"table\"), lower(\"from\"), lower(coalesce(\"to\", '')), "
                              "on_update, on_delete, match FROM pragma_foreign_key_list" +
                                  in + " ORDER BY id, seq");
}

table_kind kind_of(const std::string& sql) {
    const std::string tokens = tokens_of(sql);
    if (!tokens.starts_with("create virtual")) return table_kind::ordinary;
    if (tokens.find(" using rtree") != tokens.npos) return table_kind::rtree;
    const std::size_t content = tokens.find(" content = ");
    if (content == tokens.npos) return table_kind::text_search;
    return tokens.substr(content + 11).starts_with("''") ? table_kind::search_nowhere
                                                         : table_kind::search_elsewhere;
}

std::string alias_of(SQLite::Database& database, const std::string& name) {
    // A key that is the rowid has no index. Only the declared type INTEGER makes one.
    SQLite::Statement keys(database,
                           "SELECT count(*), max(lower(name)), max(lower(type)) FROM pragma_table_xinfo(" +
                               literal(name) + ") WHERE pk > 0");
    keys.executeStep();
    if (keys.getColumn(0).getInt() != 1 || keys.getColumn(2).getString() != "integer") return {};
    const bool indexed =
        database
            .execAndGet("SELECT count(*) FROM pragma_index_list(" + literal(name) + ") WHERE origin = 'pk'")
            .getInt() > 0;
    return indexed ? std::string() : keys.getColumn(1).getString();
}

seen_table look_at(SQLite::Database& database, const std::string& name, const std::string& sql) {
    seen_table result{
        fold(name), kind_of(sql), true, tokens_of(sql).find(" autoincrement") != std::string::npos, {}, {}};
    result.has_rowid =
        database.execAndGet("SELECT wr FROM pragma_table_list(" + literal(name) + ") WHERE schema = 'main'")
            .getInt() == 0;
    SQLite::Statement columns(database,
                              "SELECT lower(name), dflt_value, hidden, \"notnull\" FROM pragma_table_xinfo(" +
                                  literal(name) + ")");
    while (columns.executeStep()) {
        const int hidden = columns.getColumn(2).getInt();
        if (hidden == 1) continue;
        result.columns.push_back({columns.getColumn(0).getString(), columns.getColumn(1).getString(),
                                  hidden > 1, columns.getColumn(3).getInt() != 0});
    }
    if (result.kind == table_kind::ordinary && result.has_rowid) result.alias = alias_of(database, name);
    if (result.kind == table_kind::rtree) result.alias = result.columns.front().name;
    return result;
}

/// Tables that are those of a virtual table.
std::set<std::string> shadows_of(SQLite::Database& database) {
    std::set<std::string> result;
    SQLite::Statement rows(database, "SELECT lower(name) FROM pragma_table_list WHERE type = 'shadow'");
    while (rows.executeStep())
        result.insert(rows.getColumn(0).getString());
    return result;
}

} // namespace

const seen_column* seen_table::find(std::string_view column) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const seen_column& one) { return one.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

std::string seen_table::rowid() const {
    if (!has_rowid) return {};
    for (const char* const word : {"rowid", "_rowid_", "oid"})
        if (!find(word)) return word;
    return alias.empty() ? std::string() : in_quotes(alias);
}

std::string fold(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return result;
}

std::string in_quotes(std::string_view name) {
    std::string result = "\"";
    for (const char c : name)
        result.append(c == '"' ? "\"\"" : std::string(1, c));
    return result + "\"";
}

std::string tokens_of(std::string_view sql) {
    std::string result;
    for (std::size_t at = 0, end = 0; at < sql.size(); at = end) {
        end = behind_token(sql, at);
        const std::string_view token = sql.substr(at, end - at);
        if (std::isspace(static_cast<unsigned char>(token[0])) != 0 || token.starts_with("--") ||
            token.starts_with("/*"))
            continue;
        const bool is_string = token[0] == '\'';
        const bool is_quoted = std::string_view("\"`[").find(token[0]) != std::string_view::npos;
        result += is_string   ? std::string(token)
                  : is_quoted ? fold(token.substr(1, token.size() - 2))
                              : fold(token);
        result += ' ';
    }
    return result;
}

namespace {

/// DEFAULT NULL says what nothing says too.
std::string without_null_defaults(std::string text) {
    const auto replace = [&](std::string_view what, std::string_view by) {
        for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
            text.replace(at, what.size(), by);
    };
    replace(" default null ", " ");
    replace("|null |", "|- |");
    return text;
}

} // namespace

std::map<std::string, std::string> describe_schema(SQLite::Database& database) {
    std::map<std::string, std::string> result;
    const std::set<std::string> shadows = shadows_of(database);
    SQLite::Statement rows(database,
                           "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
                           "name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (rows.executeStep()) {
        const std::string type = rows.getColumn(0).getString();
        const std::string name = rows.getColumn(1).getString();
        if (shadows.contains(fold(name)) || shadows.contains(fold(rows.getColumn(2).getString()))) continue;
        std::string text =
            fold(rows.getColumn(2).getString()) + "\n" + tokens_of(rows.getColumn(3).getString());
        if (type == "table") text += "\n" + describe_table(database, name);
        if (type == "index") text += "\n" + describe_index(database, name);
        result.emplace(type + " " + fold(name), without_null_defaults(std::move(text)));
    }
    return result;
}

std::vector<seen_table> tables_of(SQLite::Database& database) {
    std::vector<seen_table> result;
    const std::set<std::string> shadows = shadows_of(database);
    SQLite::Statement rows(database,
                           "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                           "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    while (rows.executeStep()) {
        const std::string name = rows.getColumn(0).getString();
        if (!shadows.contains(fold(name)))
            result.push_back(look_at(database, name, rows.getColumn(1).getString()));
    }
    return result;
}

std::optional<std::vector<std::string>> rows_of(SQLite::Database& database, const std::string& query) try {
    std::vector<std::string> result;
    SQLite::Statement rows(database, query);
    while (rows.executeStep()) {
        std::string row;
        for (int column = 0; column < rows.getColumnCount(); ++column) {
            const SQLite::Column value = rows.getColumn(column);
            row += std::to_string(value.getType()) + ":" + value.getString() + "|";
        }
        result.push_back(std::move(row));
    }
    std::sort(result.begin(), result.end());
    return result;
} catch (const SQLite::Exception&) {
    return {};
}

std::string compare_schemas(SQLite::Database& expected, SQLite::Database& actual) {
    const auto wanted = describe_schema(expected);
    const auto found = describe_schema(actual);
    for (const auto& [name, text] : wanted) {
        const auto same = found.find(name);
        if (same == found.end()) return name + " is missing";
        if (same->second != text) return name + " is\n" + same->second + "\ninstead of\n" + text;
    }
    for (const auto& one : found)
        if (!wanted.contains(one.first)) return one.first + " is left over";
    return {};
}

std::string dump(SQLite::Database& database) {
    std::string result = lines_of(database, "SELECT rowid, * FROM sqlite_schema");
    for (const seen_table& table : tables_of(database)) {
        result += table.name + "\n";
        const std::string columns = table.rowid().empty() ? "*" : table.rowid() + ", *";
        const auto rows = rows_of(database, "SELECT " + columns + " FROM " + in_quotes(table.name));
        for (const std::string& row : rows.value_or(std::vector<std::string>{"unreadable"}))
            result += row + "\n";
    }
    return result;
}

} // namespace headway::tests
