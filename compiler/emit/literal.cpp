#include "emit/literal.hpp"

namespace headway::compiler {
namespace {

bool is_plain(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
}

void append_octal(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'\\', static_cast<char>('0' + (byte >> 6U)), static_cast<char>('0' + ((byte >> 3U) & 7U)),
            static_cast<char>('0' + (byte & 7U))};
}

void append_escaped(std::string& out, char c) {
    if (c == '"' || c == '\\') {
        out += {'\\', c};
    } else if (c == '\n') {
        out += "\\n";
    } else if (c == '?') {
        out += out.back() == '?' ? "\\?" : "?"; // two in a row may begin a trigraph
    } else {
        append_octal(out, c);
    }
}

} // namespace

void render_literal(std::string& out, std::string_view bytes) {
    constexpr std::size_t longest = 2'000;
    std::size_t begin = out.size();
    out += "    \"";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::size_t plain = i;
        while (plain < bytes.size() && is_plain(bytes[plain]) && plain - i < longest)
            ++plain;
        out += bytes.substr(i, plain - i);
        i = plain;
        if (i == bytes.size()) break;
        append_escaped(out, bytes[i]);
        const bool ends_line = bytes[i] == '\n' || bytes[i] == '\0';
        if ((ends_line || out.size() - begin > longest) && i + 1 < bytes.size()) {
            begin = out.size() + 2;
            out += "\"\n    \"";
        }
    }
    out += '"';
}

} // namespace headway::compiler
