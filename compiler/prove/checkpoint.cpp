#include "prove/checkpoint.hpp"

#include "read/sha.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace headway::compiler {
namespace {

/// What a line cannot hold.
std::string escape(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\\\";
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else
            result += c;
    }
    return result;
}

std::string unescape(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            result += text[at];
            continue;
        }
        const char c = text[++at];
        result += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
    return result;
}

std::string_view take(std::string_view& text, char until) {
    const std::size_t end = std::min(text.find(until), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

checkpoint_format::checkpoint_format(const graph& history, const fixtures& rows)
    : history_(history), rows_(rows) {}

std::string checkpoint_format::name_of(const source_text& file) const {
    for (std::size_t index = 0; index < history_.revisions.size(); ++index) {
        const source& from = history_.revisions[index].from;
        if (from.file.get() == &file) return fmt::format("revision {}", index);
        if (from.down.where.file.get() == &file) return fmt::format("down {}", index);
    }
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        if (rows_[index] && rows_[index]->where.file.get() == &file) return fmt::format("rows {}", index);
    }
    return {};
}

std::shared_ptr<const source_text> checkpoint_format::file_of(std::string_view name) const {
    const std::string_view kind = take(name, ' ');
    const auto index = static_cast<std::size_t>(number_of(name));
    if (kind != "rows") {
        if (index >= history_.revisions.size()) return nullptr;
        const source& from = history_.revisions[index].from;
        return kind == "down" ? from.down.where.file : from.file;
    }
    return index < rows_.size() && rows_[index] ? rows_[index]->where.file : nullptr;
}

std::string checkpoint_format::write_place(const location& where, std::set<std::string>& files) const {
    std::string name = where.file ? name_of(*where.file) : std::string();
    if (name.empty()) return "-";
    std::string place = fmt::format("{} {} {}", where.begin, where.end, name);
    files.insert(std::move(name));
    return place;
}

location checkpoint_format::read_place(std::string_view text) const {
    if (text == "-") return {};
    const auto begin = static_cast<std::size_t>(number_of(take(text, ' ')));
    const auto end = static_cast<std::size_t>(number_of(take(text, ' ')));
    return {file_of(text), begin, end};
}

std::string checkpoint_format::write(const std::string& image, bool has_rows,
                                     const std::vector<findings>& found, std::uint32_t count) const {
    std::set<std::string> files;
    std::string lines;
    for (std::uint32_t index = 0; index < count; ++index) {
        for (const finding& each : found[index]) {
            lines += fmt::format("finding\t{}\t{}\t{}\t{}\n", index, describe(each.id).code,
                                 write_place(each.where, files), escape(each.message));
            for (const note& also : each.notes)
                lines += fmt::format("note\t{}\t{}\n", write_place(also.where, files), escape(also.message));
            if (!each.object.empty())
                lines += fmt::format("object\t{}\t{}\t{}\n", each.mended_by, escape(each.object),
                                     escape(each.before));
        }
    }
    std::string body = fmt::format("{}\n", has_rows ? 1 : 0);
    for (const std::string& name : files)
        body += fmt::format("file\t{}\t{}\n", name, sha_hex(file_of(name)->text));
    body += lines;
    body += "\n";
    body += image;
    return sha_hex(body) + "\n" + body;
}

bool checkpoint_format::is_as_before(std::string_view file_line) const {
    const auto file = file_of(take(file_line, '\t'));
    return file && sha_hex(file->text) == file_line;
}

std::optional<checkpoint> checkpoint_format::read(std::string_view bytes, std::uint32_t count) const {
    const std::string_view digest = take(bytes, '\n');
    if (digest != sha_hex(bytes)) return std::nullopt;
    checkpoint result{{}, take(bytes, '\n') == "1", std::vector<findings>(count)};
    findings* last = nullptr;
    for (std::string_view line = take(bytes, '\n'); !line.empty(); line = take(bytes, '\n')) {
        const std::string_view kind = take(line, '\t');
        if (kind == "file") {
            if (!is_as_before(line)) return std::nullopt;
            continue;
        }
        if (kind == "note") {
            if (last == nullptr) return std::nullopt;
            location where = read_place(take(line, '\t'));
            last->back().notes.push_back({std::move(where), unescape(line)});
            continue;
        }
        if (kind == "object") {
            if (last == nullptr) return std::nullopt;
            last->back().mended_by = take(line, '\t');
            last->back().object = unescape(take(line, '\t'));
            last->back().before = unescape(line);
            continue;
        }
        const auto index = static_cast<std::uint64_t>(number_of(take(line, '\t')));
        const rule_description* of = find_rule(take(line, '\t'));
        if (of == nullptr || index >= count) return std::nullopt;
        location where = read_place(take(line, '\t'));
        last = &result.found[index];
        last->push_back({of->id, std::move(where), unescape(line), {}});
    }
    result.image = std::string(bytes);
    return result;
}

} // namespace headway::compiler
