#include "read/file_name.hpp"

#include "diagnostics/nearest.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::string_view sql_ending = ".sql";
constexpr std::string_view cpp_ending = ".cpp";
constexpr std::string_view twin_ending = ".schema.sql";

bool ends_in(std::string_view name, std::string_view ending) noexcept {
    return name.size() >= ending.size() &&
           edit_distance(name.substr(name.size() - ending.size()), ending, 0) == 0;
}

std::string_view file_ending_of(std::string_view name) noexcept {
    return is_cpp_file(name) ? cpp_ending : sql_ending;
}

constexpr bool is_slug_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// All of the text as a slug, however long.
std::string whole_slug(std::string_view text) {
    std::string slug;
    for (const char c : text) {
        if (is_slug_letter(lower(c)))
            slug += lower(c);
        else if (!slug.empty() && slug.back() != '_')
            slug += '_';
    }
    if (slug.ends_with('_')) slug.pop_back();
    return slug;
}

} // namespace

std::string slug_of(std::string_view text, std::size_t longest) {
    std::string slug = whole_slug(text);
    if (slug.size() <= longest) return slug;
    const std::size_t between = slug.rfind('_', longest);
    slug.resize(between == slug.npos ? longest : between);
    return slug;
}

bool is_sql_file(std::string_view name) noexcept {
    return ends_in(name, sql_ending);
}

bool is_cpp_file(std::string_view name) noexcept {
    return ends_in(name, cpp_ending);
}

bool is_twin(std::string_view name) noexcept {
    return name.size() > twin_ending.size() && name.ends_with(twin_ending);
}

std::string twin_name(std::string_view cpp_name) {
    return std::string(cpp_name.substr(0, cpp_name.rfind('.'))).append(twin_ending);
}

bool fits_revision(std::string_view name, std::string_view revision) noexcept {
    const std::string_view ending = file_ending_of(name);
    if (!name.starts_with(revision) || !name.ends_with(ending)) return false;
    if (name.size() <= revision.size() + 1 + ending.size() || name[revision.size()] != '_') return false;
    const std::string_view slug =
        name.substr(revision.size() + 1, name.size() - revision.size() - 1 - ending.size());
    return std::all_of(slug.begin(), slug.end(), [](char c) { return is_slug_letter(c) || c == '_'; });
}

std::string proper_name(std::string_view name, std::string_view revision, std::string_view summary) {
    std::string_view stem = name.substr(0, name.rfind('.'));
    // What stands in front is taken for an id, this one or another, if it has a digit as ids do.
    const std::string_view front = stem.substr(0, stem.find_first_of("_- "));
    if (front == revision || front.find_first_of("0123456789") != front.npos)
        stem.remove_prefix(front.size());
    std::string slug = slug_of(stem);
    if (slug.empty()) slug = slug_of(summary);
    if (slug.empty()) slug = "migration";
    return std::string(revision).append("_").append(slug).append(file_ending_of(name));
}

} // namespace headway::compiler
