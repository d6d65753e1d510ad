#pragma once

#include "commands/verb.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// The names of formats, in their order.
template <typename Format, std::size_t count>
[[nodiscard]] std::vector<std::string_view> names_of(const Format (&formats)[count]) {
    std::vector<std::string_view> names;
    for (const Format& each : formats)
        names.push_back(each.name);
    return names;
}

/// The format that is named, else the one that the file's extension names, else the first.
template <typename Format, std::size_t count>
[[nodiscard]] const Format& choose_format(const Format (&formats)[count], const std::string& named,
                                          const std::string& file, std::string_view of_what) {
    std::string name = named.empty() ? std::filesystem::path(file).extension().string() : named;
    if (name.starts_with('.')) name.erase(0, 1);
    if (named.empty() && name == "mmd") name = "mermaid";
    if (named.empty() && name == "gv") name = "dot";
    std::string known;
    for (std::size_t at = 0; at < count; ++at) {
        if (formats[at].name == name) return formats[at];
        known += fmt::format("{}{}", at == 0 ? "" : at + 1 == count ? " or " : ", ", formats[at].name);
    }
    if (!named.empty())
        throw usage_error(fmt::format("`{}` is no format of {}: use {}", named, of_what, known));
    return formats[0];
}

} // namespace headway::compiler
