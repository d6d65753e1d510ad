#include "sql/statement.hpp"

#include <utility>

namespace headway::compiler {
namespace {

std::size_t end_without_semicolon(std::string_view statement) {
    std::size_t end = 0;
    std::size_t before = 0;
    token_kind last = token_kind::end;
    for (const token& each : tokens(statement)) {
        before = std::exchange(end, each.end);
        last = each.kind;
    }
    return last == token_kind::semicolon ? before : end;
}

} // namespace

std::vector<script_span> find_statements(std::string_view script) {
    std::vector<script_span> result;
    std::size_t at = 0;
    for (std::string_view one = first_statement(script); !one.empty();
         one = first_statement(script.substr(at))) {
        const auto begin = static_cast<std::size_t>(one.data() - script.data());
        at = begin + one.size();
        result.push_back({begin, begin + end_without_semicolon(one), at});
    }
    return result;
}

} // namespace headway::compiler
