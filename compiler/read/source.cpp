#include "read/source.hpp"

#include "read/code.hpp"
#include "read/conflict.hpp"
#include "read/file_name.hpp"
#include "read/header.hpp"
#include "read/sections.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace headway::compiler {
namespace {

constexpr std::array<std::string_view, 4> reserved{"head", "heads", "base", "current"};

constexpr bool is_name_byte(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

std::string last_component(std::string_view path) {
    return std::string(path.substr(path.rfind('/') + 1));
}

void check_file_name(const source& of, diagnostics& found) {
    if (of.id.text.empty() || fits_revision(of.file_name, of.id.text)) return;
    found.add(rule::file_name, of.id.where,
              fmt::format("the file of revision '{}' is to be called '{}', not '{}'", of.id.text,
                          proper_name(of.file_name, of.id.text, of.summary), of.file_name));
}

bool is_left_out(const diagnostics& found, std::size_t count) {
    return std::any_of(
        found.list().begin() + static_cast<std::ptrdiff_t>(count), found.list().end(),
        [](const diagnostic& each) { return each.level == severity::error && leaves_out(each.id); });
}

} // namespace

bool leaves_out(rule broken) noexcept {
    return broken != rule::file_name && broken != rule::header_key && broken != rule::branch_label &&
           broken != rule::create_date;
}

std::optional<std::uint32_t> parse_user_version(std::string_view text) noexcept {
    std::int32_t number = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (wrong != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

std::optional<source> read_source(std::string path, std::string_view bytes, diagnostics& found,
                                  engine wanted) {
    return read_source(std::make_shared<source_text>(source_text{std::move(path), normalise(bytes)}), found,
                       wanted);
}

std::optional<source> read_source(std::shared_ptr<const source_text> file, diagnostics& found, engine wanted,
                                  std::shared_ptr<const source_text> twin) {
    const std::size_t count = found.list().size();
    source result;
    result.file_name = last_component(file->path);
    result.file = std::move(file);
    if (!check_encoding(result.file, found) || !check_conflict(result.file, found)) return std::nullopt;
    if (is_cpp_file(result.file_name)) {
        read_code(result, found);
        if (twin != nullptr) read_twin(result, std::move(twin), found);
    } else {
        read_header(result, read_sections(result, wanted, found), found);
    }
    check_file_name(result, found);
    if (is_left_out(found, count)) return std::nullopt;
    result.checksum = checksum_of(result);
    return result;
}

bool is_revision_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= longest_revision_id &&
           std::all_of(text.begin(), text.end(), is_name_byte) &&
           std::find(reserved.begin(), reserved.end(), text) == reserved.end();
}

} // namespace headway::compiler
