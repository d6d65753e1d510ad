#include "layouts/naming.hpp"

#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// The file as a whole: no line of it.
location place_of_file(const loaded_file& file) {
    return {std::make_shared<source_text>(source_text{file.text->path, ""}), 0, 0};
}

} // namespace

std::string_view leaf_of(std::string_view name) noexcept {
    return name.substr(name.rfind('/') + 1); // npos + 1 is 0
}

std::string_view folder_of(std::string_view name) noexcept {
    const std::size_t slash = name.find('/');
    return slash == name.npos ? std::string_view() : name.substr(0, slash);
}

bool is_top(std::string_view name) noexcept {
    return name.find('/') == name.npos;
}

bool is_top_sql(std::string_view name) noexcept {
    return is_top(name) && name.ends_with(".sql");
}

std::string_view leading_digits(std::string_view name) noexcept {
    return name.substr(0, std::min(name.find_first_not_of("0123456789"), name.size()));
}

bool is_number(std::string_view text) noexcept {
    return !text.empty() && leading_digits(text).size() == text.size();
}

std::string plain_number(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return std::string(digits);
}

std::string sortable_number(std::string_view digits) {
    return fmt::format("{:0>40}", plain_number(digits));
}

std::string words_of_slug(std::string_view slug) {
    std::string words(slug);
    std::replace(words.begin(), words.end(), '_', ' ');
    std::replace(words.begin(), words.end(), '-', ' ');
    words.erase(0, std::min(words.find_first_not_of(" ."), words.size()));
    return std::string(trim(words));
}

std::string_view language_of(std::string_view name) noexcept {
    struct ending {
        std::string_view text;
        std::string_view language;
    };
    constexpr std::array<ending, 15> endings{{{".go", "Go"},
                                              {".java", "Java"},
                                              {".kt", "Kotlin"},
                                              {".rs", "Rust"},
                                              {".py", "Python"},
                                              {".js", "JavaScript"},
                                              {".mjs", "JavaScript"},
                                              {".cjs", "JavaScript"},
                                              {".ts", "TypeScript"},
                                              {".rb", "Ruby"},
                                              {".php", "PHP"},
                                              {".cs", "C#"},
                                              {".cpp", "C++"},
                                              {".cc", "C++"},
                                              {".cxx", "C++"}}};
    const std::string_view stem = stem_of_file(name);
    if (stem.ends_with("_test") || stem.ends_with(".test") || stem.ends_with(".d")) return {};
    for (const ending& each : endings)
        if (name.ends_with(each.text)) return each.language;
    return {};
}

std::string_view stem_of_file(std::string_view name) noexcept {
    return name.substr(0, name.rfind('.')); // npos is all
}

step_part whole(const loaded_file& file, bool transaction) noexcept {
    return {&file, trim_lines(file.text->text), {}, transaction};
}

void close(step_part& part, const char* end) noexcept {
    const char* const begin = part.marker.data() + part.marker.size();
    part.body = trim_lines({begin, static_cast<std::size_t>(end - begin)});
}

const loaded_file* find_file(const tool_directory& all, std::string_view name) {
    const auto found = std::find_if(all.files.begin(), all.files.end(),
                                    [&](const loaded_file* each) { return each->name == name; });
    return found == all.files.end() ? nullptr : *found;
}

fit fit_if_all(const tool_directory& all, bool (*is_so)(const loaded_file&), fit as) {
    const bool each_is = std::all_of(all.files.begin(), all.files.end(),
                                     [&](const loaded_file* each) { return is_so(*each); });
    return each_is && !all.files.empty() ? as : fit::no;
}

void refuse(diagnostics& found, const loaded_file& file, std::string message) {
    found.add(rule::layout, place_of_file(file), std::move(message));
}

void refuse(diagnostics& found, const loaded_file& file, std::string_view part, std::string message) {
    found.add(rule::layout, place_of(file.text, part), std::move(message));
}

void refuse_folders_without(const tool_directory& all, std::string_view leaf, std::string_view tool,
                            diagnostics& found) {
    for (const std::filesystem::path& each : all.listed.directories) {
        const std::string name = each.lexically_relative(all.path).generic_string();
        if (name == "." || !is_top(name)) continue;
        const std::string file = fmt::format("{}/{}", name, leaf);
        const bool is_there = std::any_of(all.listed.files.begin(), all.listed.files.end(),
                                          [&](const listed_file& one) { return one.name == file; });
        if (!is_there)
            refuse_file(found, rule::layout, each, fmt::format("{} finds no {} in this folder", tool, leaf));
    }
}

void warn_passed_over(diagnostics& found, const loaded_file& file, std::string message) {
    found.add(rule::layout_ignored, place_of_file(file), std::move(message));
}

} // namespace headway::compiler
