#include "diagnostics/diagnostic.hpp"

#include "diagnostics/utf8.hpp"

#include <algorithm>
#include <utility>

namespace headway::compiler {

position position_finder::find(const source_text& file, std::size_t offset) noexcept {
    const std::string_view text = file.text;
    const std::size_t wanted = std::min(offset, text.size());
    if (file_ != &file || wanted < offset_) {
        *this = {};
        file_ = &file;
        end_ = std::min(text.find('\n'), text.size());
    }
    while (wanted > end_) {
        begin_ = offset_ = end_ + 1;
        end_ = std::min(text.find('\n', begin_), text.size());
        found_ = {found_.line + 1, 1};
    }
    found_.column += count_code_points(text.substr(offset_, wanted - offset_));
    offset_ = wanted;
    return found_;
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
