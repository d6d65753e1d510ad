#include "prove/copied_columns.hpp"

#include "prove/statement_words.hpp"
#include "schema/rowid.hpp"
#include "sql/name.hpp"

#include <algorithm>
#include <vector>

namespace headway::compiler {
namespace {

/// The names in a list between brackets; an empty one for what is more than a name.
using listed_names = std::vector<std::string>;

/// A column with its table before it or a name behind it, or nothing.
std::string plain_column(const statement_words& all, std::size_t begin, std::size_t end) {
    if (end - begin > 2 && all[end - 2].text == "as") end -= 2;
    while (end - begin > 2 && all[begin + 1].text == ".")
        begin += 2;
    const bool is_name = end - begin == 1 && (all[begin].at.kind == token_kind::word ||
                                              all[begin].at.kind == token_kind::quoted_name);
    return is_name ? fold(unquote(all[begin].text)) : std::string();
}

listed_names names_between(const statement_words& all, std::size_t begin, std::size_t end) {
    listed_names names;
    int depth = 0;
    std::size_t first = begin;
    for (std::size_t at = begin; at <= end; ++at) {
        const bool ends = at == end || (depth == 0 && all[at].text == ",");
        if (ends) {
            names.push_back(plain_column(all, first, at));
            first = at + 1;
        } else {
            depth += all[at].text == "(" ? 1 : all[at].text == ")" ? -1 : 0;
        }
    }
    return names;
}

/// Of a word that stands in no brackets from there on; the number of words if there is none.
std::size_t position_of(const statement_words& all, std::size_t from, std::string_view text) {
    int depth = 0;
    for (; from < all.size() && (depth != 0 || all[from].text != text); ++from)
        depth += all[from].text == "(" ? 1 : all[from].text == ")" ? -1 : 0;
    return from;
}

/// By their former names; all folded.
std::map<std::string, std::string> other_names(const statement_words& all) {
    std::map<std::string, std::string> others;
    const std::size_t open = position_of(all, position_of(all, 0, "into"), "(");
    const std::size_t close = open < all.size() ? closing(all, open) : all.size();
    if (close + 1 >= all.size() || all[close + 1].text != "select") return others;
    const listed_names into = names_between(all, open + 1, close);
    const listed_names from = names_between(all, close + 2, position_of(all, close + 1, "from"));
    if (into.size() != from.size()) return others;
    for (std::size_t at = 0; at < into.size(); ++at)
        if (!from[at].empty() && from[at] != into[at]) others.emplace(from[at], into[at]);
    return others;
}

bool has_key(const table_structure& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const table_column& each) { return each.primary_key != 0; });
}

} // namespace

std::map<std::string, std::string> columns_renamed_by(const section& of, const watched_statement& copy,
                                                      const table_structure& before,
                                                      const table_structure& after) {
    std::map<std::string, std::string> renamed;
    for (const auto& [old, now] : other_names(words_of(of.sql(), copy.begin, copy.end))) {
        const table_column* const from = find_column(before, old);
        const table_column* const to = find_column(after, now);
        if (from == nullptr || to == nullptr || find_column(before, now) != nullptr ||
            find_column(after, old) != nullptr)
            continue;
        const bool has_another_key = from->primary_key != 0 && to->primary_key == 0 && has_key(after);
        if (!has_another_key) renamed.emplace(from->name, to->name);
    }
    return renamed;
}

} // namespace headway::compiler
