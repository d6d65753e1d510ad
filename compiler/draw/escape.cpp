#include "draw/escape.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace headway::compiler {
namespace {

constexpr std::string_view unprintable = "\uFFFD";

/// The bytes of the control character or direction override that begins at `at`, or 0. Overrides (U+202A to
/// U+202E, U+2066 to U+2069) would show text in another order than it has.
std::size_t unprintable_size(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
    const bool overrides = byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                                               (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
    const bool noncharacter = byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
    return overrides || noncharacter ? 3 : 0;
}

/// `replace` gives what stands for a byte, or nothing where it stands for itself.
template <class Replace>
std::string escape(std::string_view text, bool lines, Replace replace) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_space = lines && (text[at] == '\n' || text[at] == '\t');
        if (const std::size_t size = is_space ? 0 : unprintable_size(text, at); size > 0) {
            result += unprintable;
            at += size - 1;
        } else if (const auto instead = replace(text[at]); !std::string_view(instead).empty()) {
            result += instead;
        } else {
            result += text[at];
        }
    }
    return result;
}

constexpr std::string_view markup(char c) noexcept {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

} // namespace

std::string escape_terminal(std::string_view text) {
    return escape(text, false, [](char) { return std::string_view(); });
}

std::string escape_markup(std::string_view text, bool lines) {
    return escape(text, lines, markup);
}

std::string escape_dot(std::string_view text) {
    return escape(text, false, [](char c) {
        return c == '"'    ? std::string_view("\\\"")
               : c == '\\' ? std::string_view("\\\\")
                           : std::string_view();
    });
}

std::string escape_mermaid(std::string_view text) {
    // Mermaid knows numeric entities only, and Markdown between backquotes.
    return escape(text, false, [](char c) {
        const bool is_special = std::string_view("\"#&<>`*_\\;").find(c) != std::string_view::npos;
        return is_special ? fmt::format("#{};", static_cast<int>(c)) : std::string();
    });
}

} // namespace headway::compiler
