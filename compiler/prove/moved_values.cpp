#include "prove/moved_values.hpp"

#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "rows/value.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

namespace headway::compiler {
namespace {

using row_pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Whether the rows hold in one column now what they held in another.
bool are_same(const column_content& before, const column_content& now, const row_pairs& rows) {
    return std::all_of(rows.begin(), rows.end(),
                       [&](const auto& row) { return before[row.first] == now[row.second]; });
}

bool is_empty(const column_content& content, const row_pairs& rows) {
    const std::string nothing = spelling({});
    return std::all_of(rows.begin(), rows.end(),
                       [&](const auto& row) { return content[row.first] == nothing; });
}

/// The columns that hold the values of others.
class moves {
public:
    moves(const remade_content& in, bool says_columns)
        : in_(in), says_columns_(says_columns), rows_(pair_rows(in.before, in.now)) {}

    struct move {
        std::string from;
        std::string to;
    };
    [[nodiscard]] std::vector<move> find() const {
        std::vector<move> found;
        if (rows_.empty()) return found;
        for (const table_column& each : in_.of.before.structure->columns) {
            if (!is_displaced(each)) continue;
            const table_column* const from = source_of(each);
            if (from != nullptr) found.push_back({from->name, each.name});
        }
        return found;
    }

private:
    /// Whether the column is in both tables, with other values.
    [[nodiscard]] bool is_displaced(const table_column& column) const {
        const std::string name = fold(column.name);
        const column_content* const before = in_.before.find(name);
        const column_content* const now = in_.now.find(name);
        return before != nullptr && now != nullptr && !are_same(*before, *now, rows_);
    }
    /// Whether a column has left its place: it is displaced too, or gone where nobody has said so.
    [[nodiscard]] bool has_left(const table_column& column) const {
        const bool is_gone = in_.now.find(fold(column.name)) == nullptr;
        return is_gone ? !says_columns_ : is_displaced(column);
    }
    [[nodiscard]] const table_column* source_of(const table_column& column) const {
        const column_content& now = *in_.now.find(fold(column.name));
        for (const table_column& each : in_.of.before.structure->columns) {
            const column_content* const before = in_.before.find(fold(each.name));
            if (&each == &column || before == nullptr || is_empty(*before, rows_)) continue;
            if (are_same(*before, now, rows_) && has_left(each)) return &each;
        }
        return nullptr;
    }

    const remade_content& in_;
    bool says_columns_; ///< Whether the copy names the columns of both tables.
    row_pairs rows_;
};

/// Whether a column other than the key has in all rows together what it had.
bool are_same_rows(const remade_content& in, const std::string& key) {
    return std::any_of(in.now.columns.begin(), in.now.columns.end(), [&](const auto& column) {
        const column_content* const found = in.before.find(column.first);
        if (found == nullptr || column.first == key || found->empty()) return false;
        column_content before = *found;
        column_content now = column.second;
        std::sort(before.begin(), before.end());
        std::sort(now.begin(), now.end());
        return before == now && before.back() != spelling({});
    });
}

/// The columns that `INSERT INTO name (columns) …` lists, folded; nothing if it lists none.
std::optional<std::set<std::string>> listed_columns(const section& of, const watched_statement& statement) {
    const statement_words all = words_of(of.sql(), statement.begin, statement.end);
    const auto into =
        std::find_if(all.begin(), all.end(), [](const word& each) { return each.text == "into"; });
    auto at = static_cast<std::size_t>(into - all.begin()) + 2; // behind the table's name
    if (at + 1 < all.size() && all[at].text == ".") at += 2;
    if (at >= all.size() || all[at].text != "(") return std::nullopt;
    std::set<std::string> columns;
    for (const std::size_t end = closing(all, at); ++at < end;)
        if (all[at].text != ",") columns.insert(unquote(all[at].text));
    return columns;
}

/// Whether a statement names the columns of both tables, and says `*` nowhere.
bool names_columns(const section& of, const watched_statement& statement) {
    std::string before;
    for (const word& each : words_of(of.sql(), statement.begin, statement.end)) {
        if (each.text == "*" && (before == "select" || before == "," || before == ".")) return false;
        before = each.text;
    }
    return listed_columns(of, statement).has_value();
}

/// The copy as it should be, if it is one from a table into another and not too long to show.
std::string advice_on(const remade_content& in) {
    constexpr std::size_t most = 12;
    std::vector<std::string> columns;
    for (const auto& [name, content] : in.now.columns)
        if (in.before.find(name) != nullptr) columns.push_back(name);
    const watched_action* const into = in.filled.find(SQLITE_INSERT);
    if (into == nullptr || columns.size() > most)
        return "name the columns of both tables in the copy, each opposite itself";
    std::vector<std::string> spelled;
    for (const table_column& each : in.of.before.structure->columns)
        if (std::find(columns.begin(), columns.end(), fold(each.name)) != columns.end())
            spelled.push_back(quote_name(each.name));
    return fmt::format("name the columns of both tables, each opposite itself: INSERT INTO {} ({}) SELECT {} "
                       "FROM …",
                       quote_name(into->first), fmt::join(spelled, ", "), fmt::join(spelled, ", "));
}

} // namespace

void find_moved_values(const section& of, const remade_content& in, findings& found) {
    const auto moved = moves(in, names_columns(of, in.filled)).find();
    if (moved.empty()) return;
    std::vector<std::string> sentences;
    for (const auto& each : moved)
        sentences.push_back(fmt::format("{} has what was in {}", each.to, each.from));
    found.push_back(
        {rule::values_moved,
         statement_at(of, in.filled.begin),
         fmt::format("values of table {} are in other columns behind this section: {}", in.of.before.name,
                     fmt::join(sentences, ", ")),
         {{{},
           advice_on(in) + "; if it is meant, write into the header: -- headway:allow values-moved <why>"}}});
}

void find_emptied_columns(const section& of, const remade_content& in, findings& found) {
    const auto listed = listed_columns(of, in.filled);
    const row_pairs rows = pair_rows(in.before, in.now);
    if (!listed || rows.empty()) return;
    std::vector<std::string> emptied;
    for (const table_column& each : in.of.before.structure->columns) {
        const std::string name = fold(each.name);
        const column_content* const before = in.before.find(name);
        const column_content* const now = in.now.find(name);
        if (before == nullptr || now == nullptr || listed->contains(name) || are_same(*before, *now, rows))
            continue;
        if (std::adjacent_find(now->begin(), now->end(), std::not_equal_to<>()) == now->end())
            emptied.push_back(each.name);
    }
    if (emptied.empty()) return;
    found.push_back(
        {rule::drop_column,
         statement_at(of, in.filled.begin),
         fmt::format("{} {} of table {}, which the new one has too, {} left out of the copy, and "
                     "the values with {}",
                     emptied.size() == 1 ? "column" : "columns", fmt::join(emptied, ", "), in.of.before.name,
                     emptied.size() == 1 ? "is" : "are", emptied.size() == 1 ? "it" : "them"),
         {{{}, "copy it along, or write into the header: -- headway:allow drop-column <why>"}}});
}

void find_renumbered(const section& of, const remade_content& in, const schema& all, findings& found) {
    const table_column* const before = rowid_alias(*in.of.before.structure);
    const table_column* const now = rowid_alias(*in.of.after.structure);
    if (before == nullptr || now == nullptr || !same_name(before->name, now->name)) return;
    const bool any_kept = std::any_of(in.before.keys.begin(), in.before.keys.end(), [&](const auto& key) {
        return std::find(in.now.keys.begin(), in.now.keys.end(), key) != in.now.keys.end();
    });
    if (any_kept || !are_same_rows(in, fold(now->name))) return;
    std::vector<std::string> children;
    for (const auto& object : all.objects) {
        if (!object->structure) continue;
        const auto& keys = object->structure->foreign_keys;
        if (std::any_of(keys.begin(), keys.end(),
                        [&](const foreign_key& key) { return same_name(key.table, in.of.after.name); }))
            children.push_back(object->name);
    }
    found.push_back(
        {rule::renumbered,
         statement_at(of, in.filled.begin),
         fmt::format("rows of table {} have other values of {} behind this section{}", in.of.before.name,
                     now->name,
                     children.empty() ? std::string()
                                      : fmt::format(": rows of {}, which refer to them, then refer to others "
                                                    "or to none",
                                                    fmt::join(children, ", "))),
         {{{},
           fmt::format("copy {} along; if the rows shall be numbered anew, write into the header: -- "
                       "headway:allow renumbered <why>",
                       now->name)}}});
}

} // namespace headway::compiler
