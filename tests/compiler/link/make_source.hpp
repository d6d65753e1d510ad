#pragma once

#include "link/graph.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headway::test {
using namespace compiler;

/// A revision in short, for tests that are not about files.
struct revision {
    std::string id;
    std::vector<std::string> revises = {};
    std::vector<std::string> depends_on = {};
    std::vector<std::string> labels = {};
    std::optional<std::int64_t> created = {};
    std::string up = "SELECT 1;\n";
    std::string down = "SELECT 2;\n";
};

namespace detail {
inline std::vector<spelled> add_names(std::string& text, const std::shared_ptr<const source_text>& file,
                                      const char* key, const std::vector<std::string>& names) {
    std::vector<spelled> list;
    text += std::string("-- ") + key + ":";
    for (const std::string& name : names) {
        text += list.empty() ? " " : ", ";
        list.push_back({name, {file, text.size(), text.size() + name.size()}});
        text += name;
    }
    text += "\n";
    return list;
}

inline section add_section(std::string& text, const std::shared_ptr<const source_text>& file,
                           const char* marker, const std::string& sql) {
    text += std::string(marker) + "\n";
    const std::size_t begin = text.size();
    text += sql;
    return {{file, begin, text.size()}, true};
}
} // namespace detail

/// What the reader makes of a well-formed file `<directory>/<id>_<slug>.sql`.
inline source make_source(const revision& r, const std::string& slug = "test") {
    const auto text = std::make_shared<source_text>();
    const std::shared_ptr<const source_text> file = text;
    source s;
    s.file = file;
    s.file_name = r.id + "_" + slug + ".sql";
    text->path = "migrations/" + s.file_name;
    s.summary = s.description = "Summary of " + r.id + ".";
    text->text = "-- " + s.summary + "\n--\n";
    s.id = detail::add_names(text->text, file, "Revision ID", {r.id}).front();
    s.revises = detail::add_names(text->text, file, "Revises", r.revises);
    s.depends_on = detail::add_names(text->text, file, "Depends on", r.depends_on);
    s.labels = detail::add_names(text->text, file, "Branch labels", r.labels);
    s.created = r.created;
    s.up = detail::add_section(text->text, file, "\n-- migrate:up", r.up);
    s.down = detail::add_section(text->text, file, "\n-- migrate:down", r.down);
    s.checksum = {std::hash<std::string>{}(text->text), 1, 2, 3};
    return s;
}

inline std::vector<source> make_sources(const std::vector<revision>& revisions) {
    std::vector<source> sources;
    for (const revision& r : revisions)
        sources.push_back(make_source(r));
    return sources;
}

/// The order of a graph by ids.
inline std::vector<std::string> ids(const graph& of) {
    std::vector<std::string> list;
    for (const linked_revision& r : of.revisions)
        list.push_back(r.from.id.text);
    return list;
}

inline std::vector<std::string> ids(const graph& of, const std::vector<std::uint32_t>& revisions) {
    std::vector<std::string> list;
    for (const std::uint32_t r : revisions)
        list.push_back(of.revisions[r].from.id.text);
    return list;
}

} // namespace headway::test
