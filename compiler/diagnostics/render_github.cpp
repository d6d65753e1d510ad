#include "diagnostics/render_github.hpp"

#include "diagnostics/shown.hpp"

#include <fmt/format.h>

namespace headway::compiler {
namespace {

std::string escape(std::string_view text, std::string_view special) {
    std::string result;
    for (const char c : shown(text, "\t\r\n")) {
        if (special.find(c) == special.npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

std::string value(std::string_view text) {
    return escape(text, "%\r\n:,");
}

std::string_view command_of(severity level) noexcept {
    if (level == severity::error) return "error";
    return level == severity::warning ? "warning" : "notice";
}

} // namespace

std::string render_github(const diagnostics& found) {
    std::string out;
    position_finder places;
    for (const diagnostic& each : found.list()) {
        std::string message = each.message;
        for (const note& also : each.notes)
            message += "\n" + also.message;
        std::string place;
        if (each.where.file) {
            const position at = places.find(*each.where.file, each.where.begin);
            place = fmt::format("file={},line={},col={},", value(each.where.file->path), at.line, at.column);
        }
        out += fmt::format("::{} {}title={}::{}\n", command_of(each.level), place,
                           value(describe(each.id).code), escape(message, "%\r\n"));
    }
    return out;
}

} // namespace headway::compiler
