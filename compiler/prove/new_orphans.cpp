#include "prove/new_orphans.hpp"

#include "prove/former_names.hpp"
#include "prove/statement_words.hpp"
#include "read/place.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

bool does_any(const watched_statement& statement, std::initializer_list<int> codes, std::string_view table) {
    return std::any_of(codes.begin(), codes.end(), [&](int code) { return statement.does(code, table); });
}

/// Whether a statement says `REFERENCES parent`.
bool refers_to(const statement_words& all, std::string_view parent) {
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        if (all[at].text == "references" && same_name(unquote(all[at + 1].text), parent)) return true;
    }
    return false;
}

/// The statement that refers to the parent, or else the last one that writes or takes away such rows.
const watched_statement* culprit(const way& of, std::string_view table, std::string_view parent) {
    const auto& all = of.log.statements();
    for (const watched_statement& each : all) {
        if (refers_to(words_of(of.script.sql(), each.begin, each.end), parent)) return &each;
    }
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const watched_statement& each) {
        return does_any(each, {SQLITE_DELETE, SQLITE_UPDATE, SQLITE_DROP_TABLE}, parent) ||
               does_any(each, {SQLITE_INSERT, SQLITE_UPDATE}, table);
    });
    return last == all.rend() ? nullptr : &*last;
}

/// Whether a statement adds a column that refers to a parent of this section, by a default that no later
/// statement corrects: then no row has its parent.
bool is_of_every_row(const way& of, const watched_statement* by, std::string_view table,
                     std::string_view parent) {
    if (by == nullptr || !by->does(SQLITE_ALTER_TABLE) ||
        of.start.find(object_kind::table, parent) != nullptr)
        return false;
    const auto words = words_of(of.script.sql(), by->begin, by->end);
    const bool has_default =
        std::any_of(words.begin(), words.end(), [](const word& each) { return each.text == "default"; });
    const auto& all = of.log.statements();
    return has_default && std::none_of(all.begin(), all.end(), [&](const watched_statement& each) {
               return does_any(each, {SQLITE_UPDATE, SQLITE_DELETE}, table) ||
                      each.does(SQLITE_INSERT, parent);
           });
}

/// The statement that left the rows without their parents, unless it fills or alters a table: then it is the
/// reference that is new.
location place_of(const way& of, const watched_statement* reference,
                  const std::optional<watched_statement>& parting) {
    const auto& all = of.log.statements();
    const watched_action* const insert = parting ? parting->find(SQLITE_INSERT) : nullptr;
    const bool fills_new_table =
        insert != nullptr && std::any_of(all.begin(), all.end(), [&](const watched_statement& each) {
            return each.does(SQLITE_CREATE_TABLE, insert->first);
        });
    if (parting && !fills_new_table && !parting->does(SQLITE_ALTER_TABLE))
        return statement_at(of.script, parting->begin);
    return reference == nullptr ? marker_of(of.script) : statement_at(of.script, reference->begin);
}

} // namespace

void find_new_orphans(const way& of, const orphans_by_table& now, const orphans_by_table& before,
                      const parting_statement& parting, std::string_view valid, findings& found) {
    const bool is_known = std::any_of(found.begin(), found.end(),
                                      [](const finding& each) { return each.id == rule::foreign_key; });
    if (now.empty() || is_known) return;
    former_names names(of.start);
    for (const watched_statement& each : of.log.statements())
        names.pass(of.script.sql(), each);
    for (const auto& [table, parent] : now) {
        const std::string kept = names.table(table);
        if (before.contains(kept.empty() ? table : kept))
            continue; // a rebuilt table is a new one of its name
        const watched_statement* by = culprit(of, table, parent);
        const bool always = is_of_every_row(of, by, table, parent);
        const std::string what =
            fmt::format("FOREIGN KEY constraint failed: rows of table {} refer to rows of table {} that are "
                        "not there",
                        table, parent);
        found.push_back(
            {always ? rule::fails_on_rows : rule::new_constraint,
             place_of(of, by, parting(parent)),
             always ? "this fails on a table with rows: " + what
                    : fmt::format("this fails on rows that are valid {}: {}", valid, what),
             {{{}, always ? "insert that row first, or refer to nothing by default" : correct_first}}});
    }
}

} // namespace headway::compiler
