#include "prove/fixtures.hpp"

#include "read/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace headway::compiler {

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
        const auto text = read_text(file, found); // reports what is no file, or no text
        if (const auto at = revisions.find(id); at != revisions.end()) {
            if (text) result[at->second] = section{{text, 0, text->text.size()}};
            continue;
        }
        if (!text) continue;
        const std::string_view meant = nearest(id, ids);
        found.add(rule::fixture, {text, 0, 0},
                  meant.empty() ? fmt::format("there is no revision `{}`: a file of rows is called after its "
                                              "revision, {{revision}}.sql",
                                              id)
                                : fmt::format("there is no revision `{}`; did you mean `{}`?", id, meant));
    }
    return result;
}

} // namespace headway::compiler
