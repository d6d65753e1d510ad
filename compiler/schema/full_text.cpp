#include "schema/full_text.hpp"

#include "sql/name.hpp"

#include <fmt/format.h>

namespace headway::compiler {

bool is_full_text(const schema_object& table) {
    const std::string& module = table.structure->module;
    return module == "fts5" || module == "fts4" || module == "fts3";
}

std::optional<std::string> content_of(const schema_object& table) {
    const lexemes& all = table.meaning;
    if (!is_full_text(table)) return {};
    for (std::size_t at = 0; at + 2 < all.size(); ++at) {
        if (same_name(all[at].text, "content") && all[at + 1].text == "=") return unquote(all[at + 2].text);
    }
    return {};
}

std::string refill(const schema_object& table) {
    const std::string name = quote_name(table.name);
    return fmt::format("INSERT INTO {} ({}) VALUES ('rebuild');", name, name);
}

} // namespace headway::compiler
