#include "read/text.hpp"

#include "diagnostics/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::string_view blanks = " \t\n\f\r";

bool is_utf16(std::string_view text) noexcept {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

} // namespace

std::string normalise(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t cr = std::min(bytes.find('\r', begin), bytes.size());
        text += bytes.substr(begin, cr - begin);
        // Several CR before one LF are what a CRLF becomes that is converted twice.
        const std::size_t behind = std::min(bytes.find_first_not_of('\r', cr), bytes.size());
        if (behind == bytes.size() || bytes[behind] != '\n') text += bytes.substr(cr, behind - cr);
        begin = behind;
    }
    return text;
}

bool check_encoding(const std::shared_ptr<const source_text>& file, diagnostics& found) {
    const std::string_view text = file->text;
    if (is_utf16(text)) {
        const auto unreadable =
            std::make_shared<source_text>(source_text{file->path, ""}); // its lines are unreadable
        found.add(rule::utf8, {unreadable, 0, 0}, "this file is UTF-16; save it as UTF-8");
        return false;
    }
    const std::size_t nul = text.find('\0');
    if (nul != text.npos) {
        found.add(rule::nul_byte, place_of(file, text.substr(nul, 1)),
                  "a NUL byte, where SQLite would stop reading; remove it, or write binary values as x'00'");
    }
    const std::size_t bad = find_invalid_utf8(text);
    if (bad != text.npos) {
        found.add(rule::utf8, place_of(file, text.substr(bad, 1)),
                  fmt::format("byte 0x{:02X} is not UTF-8 here; save the file as UTF-8",
                              static_cast<unsigned char>(text[bad])));
    }
    return nul == text.npos && bad == text.npos;
}

std::string_view trim_end(std::string_view text) noexcept {
    return text.substr(0, text.find_last_not_of(blanks) + 1); // npos + 1 is 0
}

std::string_view trim(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return trim_end(text);
}

std::string_view trim_lines(std::string_view text) noexcept {
    const std::string_view trimmed = trim(text);
    const auto skipped = static_cast<std::size_t>(trimmed.data() - text.data());
    const std::size_t line_begin = text.substr(0, skipped).rfind('\n') + 1; // npos + 1 is 0
    return trimmed.empty() ? trimmed : text.substr(line_begin, skipped - line_begin + trimmed.size());
}

location place_of(const std::shared_ptr<const source_text>& file, std::string_view part) {
    const auto begin = static_cast<std::size_t>(part.data() - file->text.data());
    return {file, begin, begin + part.size()};
}

} // namespace headway::compiler
