#include "read/header.hpp"

#include "diagnostics/shown.hpp"
#include "read/cpp_tokens.hpp"
#include "read/directive.hpp"
#include "read/header_key.hpp"
#include "read/text.hpp"
#include "sql/language.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {

/// The revision id that the file's name promises.
std::string_view id_of_name(std::string_view name) {
    const std::string_view id = name.substr(0, name.find('_'));
    return is_revision_id(id) ? id : "<id>";
}

class header_reader {
public:
    header_reader(source& into, diagnostics& found) : into_(into), found_(found) {}
    void read(std::size_t end);

private:
    void read_sql(std::size_t end);
    void read_cpp(std::size_t end);
    /// What begins a comment.
    std::string_view mark() const { return into_.code ? "//" : "--"; }
    location at(std::string_view part) const { return place_of(into_.file, part); }

    void refuse_foreign(bool is_comment, std::string_view line);
    void read_comment(std::string_view comment);
    bool read_key(std::string_view line);
    void refuse_key(std::string_view words);
    void read_value(std::size_t key, const keyed_line&);
    std::vector<spelled> read_names(std::string_view value, rule broken);
    bool check_name(std::string_view name, rule broken);
    void add_prose(std::string_view line);
    void end_paragraph();
    void check_complete();

    source& into_;
    diagnostics& found_;
    std::array<std::string_view, known_key::count> seen_{}; ///< Each key as the file has it.
    bool first_paragraph_ = true;
    bool paragraph_ended_ = false; ///< Since the last line of the description.
};

void header_reader::read(std::size_t end) {
    into_.code ? read_cpp(end) : read_sql(end);
    check_complete();
}

void header_reader::read_cpp(std::size_t end) {
    const std::string_view text = std::string_view(into_.file->text).substr(0, end);
    std::size_t behind = 0;
    for (const cpp_token& each : cpp_tokens(text)) {
        const auto begin = static_cast<std::size_t>(each.text.data() - text.data());
        const std::string_view space = text.substr(behind, begin - behind);
        if (std::count(space.begin(), space.end(), '\n') > 1) end_paragraph();
        if (each.kind == cpp_kind::line_comment)
            read_comment(each.text);
        else
            found_.add(rule::header, at(each.text.substr(0, each.text.find('\n'))),
                       "only '//' comments may stand in the header; write this as one");
        behind = begin + each.text.size();
    }
}

void header_reader::read_sql(std::size_t end) {
    const std::string_view text = into_.file->text;
    bool reported = false;
    for (const token& each : all_tokens(text.substr(0, end))) {
        const std::string_view view = each.in(text);
        if (each.kind == token_kind::line_comment) {
            read_comment(view);
        } else if (each.kind == token_kind::space) {
            if (std::count(view.begin(), view.end(), '\n') > 1) end_paragraph();
        } else if (!reported && each.terminated) {
            refuse_foreign(each.kind == token_kind::block_comment, view.substr(0, view.find('\n')));
            reported = true;
        }
    }
}

void header_reader::refuse_foreign(bool is_comment, std::string_view line) {
    found_.add(rule::header, at(line),
               fmt::format("only '--' comments may stand before '-- migrate:up'; {}",
                           is_comment ? "write this as one" : "move this behind it"));
}

void header_reader::read_comment(std::string_view comment) {
    if (parse_directive(comment)) return; // has been reported with the markers
    std::string_view line =
        trim_end(comment.substr(std::min(comment.find_first_not_of(mark().front()), comment.size())));
    if (line.empty())
        end_paragraph();
    else if (!read_key(trim(line)))
        add_prose(line);
}

bool header_reader::read_key(std::string_view line) {
    const auto split = split_key(line);
    if (!split) return false;
    const std::size_t meant = key_meant(split->key);
    if (meant == known_key::count) {
        if (first_paragraph_ || !split->apart) return false;
        refuse_key(split->key);
        return true;
    }
    if (split->key != key_names[meant])
        found_.add(rule::header_key, at(split->key),
                   fmt::format("unknown header key '{}'; did you mean '{}'?", split->key, key_names[meant]));
    first_paragraph_ = false;
    end_paragraph();
    if (seen_[meant].empty()) {
        seen_[meant] = split->key;
        read_value(meant, *split);
    } else {
        found_
            .add(rule::header_duplicate, at(split->key), fmt::format("'{}' is here twice", key_names[meant]))
            .notes.push_back({at(seen_[meant]), "the first one"});
    }
    return true;
}

void header_reader::refuse_key(std::string_view words) {
    found_
        .add(rule::header_key, at(words),
             fmt::format("unknown header key '{}'; the keys are '{}'", words, fmt::join(key_names, "', '")))
        .notes.push_back({{}, "prose with a colon belongs in the first paragraph"});
}

void header_reader::read_value(std::size_t key, const keyed_line& line) {
    switch (key) {
    case known_key::revision_id:
        if (check_name(line.value, rule::revision_id)) into_.id = {std::string(line.value), at(line.value)};
        break;
    case known_key::revises:
        if (line.value != "base") into_.revises = read_names(line.value, rule::revision_id);
        break;
    case known_key::depends_on:
        into_.depends_on = read_names(line.value, rule::revision_id);
        break;
    case known_key::branch_labels:
        into_.labels = read_names(line.value, rule::branch_label);
        break;
    case known_key::compatible_with:
        if (check_name(line.value, rule::revision_id))
            into_.compatible_with = spelled{std::string(line.value), at(line.value)};
        break;
    case known_key::user_version:
        into_.user_version = parse_user_version(line.value);
        if (!into_.user_version)
            found_.add(
                rule::header, at(line.value),
                fmt::format("'{}' cannot be PRAGMA user_version, which is 1 to 2147483647", line.value));
        else if (into_.booked.empty())
            into_.booked = std::to_string(*into_.user_version);
        break;
    case known_key::recorded_as:
        into_.booked = line.value;
        if (line.value.empty())
            found_.add(rule::header, at(line.key),
                       "what another tool's records call the revision is not said here");
        break;
    default:
        into_.created = parse_date(line.value);
        if (!into_.created)
            found_.add(rule::create_date, at(line.value),
                       fmt::format("'{}' is no date; write it as '2025-06-02' or '2025-06-02 09:30:00+00:00'",
                                   line.value));
    }
}

std::vector<spelled> header_reader::read_names(std::string_view value, rule broken) {
    std::vector<spelled> names;
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string_view name = trim(value.substr(0, comma));
        if (check_name(name, broken)) names.push_back({std::string(name), at(name)});
        if (comma + 1 == value.size()) check_name(value.substr(value.size()), broken);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return names;
}

bool header_reader::check_name(std::string_view name, rule broken) {
    if (is_revision_id(name)) return true;
    const std::string_view what = broken == rule::branch_label ? "branch label" : "revision id";
    const bool fits = name.find_first_not_of(
                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == name.npos;
    if (name.empty())
        found_.add(broken, at(name), fmt::format("a {} is missing here", what));
    else if (fits && name.size() <= longest_revision_id)
        found_.add(broken, at(name), fmt::format("'{}' is reserved and can be no {}", name, what));
    else
        found_.add(
            broken, at(name),
            fmt::format("'{}' is no {}; use 1 to 64 letters, digits, '_' and '.', and commas between several",
                        name, what));
    return false;
}

void header_reader::add_prose(std::string_view line) {
    if (line.starts_with(' ')) line.remove_prefix(1);
    std::string& description = into_.description;
    if (description.empty())
        into_.summary = shown(line = trim(line), "\t");
    else
        description += paragraph_ended_ ? "\n\n" : "\n";
    description += shown(line, "\t");
    paragraph_ended_ = false;
}

/// Blank lines at the very beginning end nothing.
void header_reader::end_paragraph() {
    if (into_.description.empty()) return;
    first_paragraph_ = false;
    paragraph_ended_ = true;
}

void header_reader::check_complete() {
    const std::string_view top = std::string_view(into_.file->text).substr(0, 1);
    const std::string_view id = seen_[known_key::revision_id];
    const auto refuse = [&](std::string_view where, std::string message) -> diagnostic& {
        return found_.add(rule::header_missing, at(where), std::move(message));
    };
    const std::string id_line = fmt::format("'{} Revision ID: {}'", mark(), id_of_name(into_.file_name));
    if (id.empty() && seen_[known_key::revises].empty()) {
        diagnostic& said = refuse(
            top, fmt::format("the header lacks the lines {} and '{} Revises: <parent>'", id_line, mark()));
        if (into_.code)
            said.notes.push_back(
                {{}, "each .cpp file of this directory is a migration; put what is none elsewhere"});
    } else if (id.empty()) {
        refuse(seen_[known_key::revises], fmt::format("the header lacks the line {}", id_line));
    } else if (seen_[known_key::revises].empty()) {
        refuse(id,
               fmt::format(
                   "the header lacks the line '{0} Revises: <parent>'; without a parent write '{0} Revises:'",
                   mark()));
    }
    if (into_.description.empty() && !id.empty())
        found_.add(rule::description, at(top),
                   "the header has no description; begin with a comment that says what the migration does");
}

} // namespace

void read_header(source& into, std::size_t end, diagnostics& found) {
    header_reader(into, found).read(end);
}

} // namespace headway::compiler
