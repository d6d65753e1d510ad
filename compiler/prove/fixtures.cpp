#include "prove/fixtures.hpp"

#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace headway::compiler {
namespace {

section read_script(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::filesystem::filesystem_error("cannot read", path,
                                                std::make_error_code(std::errc::permission_denied));
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto text = std::make_shared<source_text>(source_text{path.generic_string(), normalise(bytes)});
    const std::size_t size = text->text.size();
    return {{std::move(text), 0, size}};
}

} // namespace

fixtures read_fixtures(const std::filesystem::path& directory, const graph& history, diagnostics& found,
                       std::vector<std::filesystem::path>& inputs) {
    std::map<std::string_view, std::size_t> revisions;
    std::vector<std::string_view> ids;
    for (const linked_revision& each : history.revisions) {
        ids.push_back(each.from.id.text);
        revisions.emplace(ids.back(), ids.size() - 1);
    }
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(directory)) {
        if (each.path().extension() == ".sql" && !each.path().filename().string().starts_with('.'))
            files.push_back(each.path());
    }
    std::sort(files.begin(), files.end());
    inputs.push_back(directory);
    fixtures result(history.revisions.size());
    for (const std::filesystem::path& file : files) {
        inputs.push_back(file);
        const std::string id = file.stem().string();
        section script = read_script(file);
        if (const auto at = revisions.find(id); at != revisions.end()) {
            result[at->second] = std::move(script);
            continue;
        }
        const std::string_view meant = nearest(id, ids);
        found.add(rule::fixture, {script.where.file, 0, 0},
                  meant.empty() ? fmt::format("there is no revision `{}`: a file of rows is called after its "
                                              "revision, {{revision}}.sql",
                                              id)
                                : fmt::format("there is no revision `{}`; did you mean `{}`?", id, meant));
    }
    return result;
}

} // namespace headway::compiler
