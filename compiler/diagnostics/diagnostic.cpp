#include "diagnostics/diagnostic.hpp"

#include "diagnostics/utf8.hpp"

#include <algorithm>
#include <utility>

namespace headway::compiler {

position position_at(std::string_view text, std::size_t offset) noexcept {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t line_begin = before.rfind('\n') + 1; // npos + 1 is 0
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            count_code_points(before.substr(line_begin)) + 1};
}

diagnostic& diagnostics::add(rule id, location where, std::string message) {
    list_.push_back({id, describe(id).level, std::move(where), std::move(message), {}});
    return list_.back();
}

void diagnostics::adjust(const std::function<std::optional<severity>(const diagnostic&)>& judge) {
    std::erase_if(list_, [&](diagnostic& each) {
        const std::optional<severity> level = judge(each);
        if (level) each.level = *level;
        return !level;
    });
}

void diagnostics::advise(const std::function<std::optional<std::string>(const diagnostic&)>& advice) {
    for (diagnostic& each : list_) {
        if (auto text = advice(each)) each.notes.push_back({{}, std::move(*text)});
    }
}

bool diagnostics::has_errors() const noexcept {
    return std::any_of(list_.begin(), list_.end(),
                       [](const diagnostic& each) { return each.level == severity::error; });
}

} // namespace headway::compiler
