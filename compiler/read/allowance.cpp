#include "read/allowance.hpp"

#include "read/text.hpp"

#include <fmt/format.h>

namespace headway::compiler {

void read_allowance(source& into, std::string_view words, diagnostics& found) {
    const std::string_view code = words.substr(0, words.find_first_of(" \t"));
    const auto refuse = [&](std::string message) {
        found.add(rule::directive, place_of(into.file, code), std::move(message));
    };
    if (code.empty()) return refuse("write '-- headway:allow', the code of a rule and the reason");
    const rule_description* of = find_rule(code);
    if (of == nullptr) {
        const std::string_view meant = nearest_rule(code);
        return refuse(meant.empty()
                          ? fmt::format("unknown rule '{}'; messages name their rule in brackets", code)
                          : fmt::format("unknown rule '{}'; did you mean '{}'?", code, meant));
    }
    if (!is_excusable(of->id))
        return refuse(fmt::format("the rule '{}' cannot be allowed: the migration would not work", code));
    const std::string_view reason = trim(words.substr(code.size()));
    if (reason.empty()) return refuse(fmt::format("write behind '{}' why it is allowed here", code));
    into.allowances.push_back({of->id, std::string(reason)});
}

} // namespace headway::compiler
