#include "read/directory.hpp"

#include "read/conflict.hpp"
#include "read/file_name.hpp"
#include "read/files.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lock_name = "headway.lock";
constexpr std::array<std::string_view, 2> own_keys{"Revision ID:", "Revises:"};

bool is_key(std::string_view line) noexcept {
    line = trim(line.substr(std::min(line.find_first_not_of("-/"), line.size())));
    return std::any_of(own_keys.begin(), own_keys.end(),
                       [&](std::string_view key) { return line.starts_with(key); });
}

const loaded_file* find_file(const std::vector<loaded_file>& files, std::string_view name) {
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const loaded_file& each) { return each.name == name; });
    return file == files.end() ? nullptr : &*file;
}

void require_cpp_beside(const loaded_file& twin, const std::vector<loaded_file>& files, diagnostics& found) {
    const bool has_one = std::any_of(files.begin(), files.end(), [&](const loaded_file& each) {
        return is_cpp_file(each.name) && twin_name(each.name) == twin.name;
    });
    if (has_one) return;
    const std::string_view name = twin.name;
    found.add(
        rule::twin, {twin.text, 0, 0},
        fmt::format("this says what a migration in C++ does to the schema, and there is no {}.cpp beside it",
                    name.substr(0, name.find(".schema."))));
}

} // namespace

bool is_native(std::string_view text) noexcept {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (trim(line).empty()) continue;
        if (!line.starts_with("--") && !line.starts_with("//")) return false;
        if (is_key(line)) return true;
    }
    return false;
}

std::vector<loaded_file> load_files(const fs::path& directory, const std::vector<listed_file>& files,
                                    const std::function<bool(std::string_view)>& takes,
                                    std::vector<fs::path>& inputs, diagnostics& found) {
    std::vector<loaded_file> loaded;
    loaded.reserve(files.size());
    file_reader reader(directory, found);
    for (const listed_file& each : files) {
        if (!takes(each.name)) continue;
        inputs.push_back(each.path);
        const std::string* const bytes = reader.read(each);
        if (bytes == nullptr) continue;
        auto text = std::make_shared<source_text>(source_text{each.path.string(), normalise(*bytes)});
        const bool is_own = is_native(text->text);
        loaded.push_back({each.name, std::move(text), is_own ? std::string() : *bytes});
    }
    return loaded;
}

void read_lock(const fs::path& path, const std::vector<listed_file>& files, directory& into,
               diagnostics& found) {
    const auto lock = std::find_if(files.begin(), files.end(),
                                   [](const listed_file& each) { return each.name == lock_name; });
    if (lock == files.end()) return;
    into.inputs.push_back(lock->path);
    file_reader reader(path, found); // it holds the bytes
    if (const std::string* bytes = reader.read(lock->path))
        into.lock = std::make_shared<source_text>(source_text{lock->path.string(), normalise(*bytes)});
}

bool is_migration_file(std::string_view name) noexcept {
    return is_sql_file(name) || is_cpp_file(name);
}

std::vector<source> read_sources(const std::vector<loaded_file>& files, diagnostics& found, engine wanted) {
    std::vector<source> sources;
    for (const loaded_file& each : files) {
        if (is_twin(each.name)) {
            require_cpp_beside(each, files, found);
            continue;
        }
        const loaded_file* const twin =
            is_cpp_file(each.name) ? find_file(files, twin_name(each.name)) : nullptr;
        if (auto read = read_source(each.text, found, wanted, twin == nullptr ? nullptr : twin->text))
            sources.push_back(std::move(*read));
    }
    return sources;
}

directory read_directory(const fs::path& path, const listing& listed, const std::vector<loaded_file>& files,
                         diagnostics& found, engine wanted) {
    directory result;
    for (const listed_file& each : listed.files) {
        if (is_migration_file(each.name)) result.inputs.push_back(each.path);
    }
    if (result.inputs.empty())
        refuse_file(found, rule::no_migrations, path,
                    "this directory holds no migrations, which are files named '*.sql'");
    result.sources = read_sources(files, found, wanted);
    read_lock(path, listed.files, result, found);
    result.inputs.push_back(path);
    return result;
}

directory read_directory(const fs::path& path, diagnostics& found, engine wanted) {
    const listing listed = list_files(path);
    std::vector<fs::path> inputs;
    return read_directory(path, listed, load_files(path, listed.files, is_migration_file, inputs, found),
                          found, wanted);
}

std::shared_ptr<const source_text> read_text(const fs::path& file, diagnostics& found) {
    file_reader reader(file, found);
    const std::string* const bytes = reader.read(file);
    if (bytes == nullptr) return nullptr;
    auto text = std::make_shared<source_text>(source_text{file.string(), normalise(*bytes)});
    return check_encoding(text, found) && check_conflict(text, found) ? text : nullptr;
}

} // namespace headway::compiler
