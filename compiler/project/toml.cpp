#include "project/toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <stdexcept>

/// The one file that knows the parser of TOML.
namespace headway::compiler {
namespace {

struct placed_setting {
    toml::source_position where;
    setting read;
};

std::optional<std::vector<std::string>> texts_of(const toml::array& list) {
    std::vector<std::string> texts;
    for (const toml::node& one : list) {
        if (!one.is_string()) return std::nullopt;
        texts.push_back(one.as_string()->get());
    }
    return texts;
}

setting read_setting(std::string key, const toml::node& value) {
    if (const auto* const text = value.as_string()) return {std::move(key), text->get()};
    if (const auto* const truth = value.as_boolean()) return {std::move(key), truth->get()};
    if (const auto* const list = value.as_array())
        if (auto texts = texts_of(*list)) return {std::move(key), *std::move(texts)};
    return {std::move(key), other_value{}};
}

void flatten(const toml::table& from, const std::string& before, std::vector<placed_setting>& into) {
    for (const auto& [key, value] : from) {
        std::string name = before + std::string(key.str());
        if (const toml::table* const inner = value.as_table())
            flatten(*inner, name + ".", into);
        else
            into.push_back({key.source().begin, read_setting(std::move(name), value)});
    }
}

} // namespace

std::vector<setting> read_settings(std::istream& from) {
    std::vector<placed_setting> placed;
    try {
        flatten(toml::parse(from), "", placed);
    } catch (const toml::parse_error& mistake) {
        const toml::source_position at = mistake.source().begin;
        throw std::runtime_error(fmt::format("{}:{}: {}\nThe file is TOML, in which a text stands in quotes.",
                                             at.line, at.column, mistake.description()));
    }
    std::sort(placed.begin(), placed.end(), [](const placed_setting& a, const placed_setting& b) {
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
    std::vector<setting> settings;
    for (placed_setting& one : placed)
        settings.push_back(std::move(one.read));
    return settings;
}

std::string quote_toml(std::string_view text) {
    const toml::value<std::string> value{std::string(text)};
    std::ostringstream written;
    written << toml::toml_formatter(value, toml::format_flags::allow_unicode_strings);
    return written.str();
}

} // namespace headway::compiler
