#include "commands/schema_file.hpp"

#include "prove/place.hpp"
#include "prove/schema_at.hpp"
#include "read/text.hpp"
#include "schema/compare.hpp"
#include "schema/name.hpp"
#include "schema/table_text.hpp"
#include "sql/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <tuple>

namespace headway {
namespace {

std::vector<script_span> find_statements(std::string_view text) {
    std::vector<script_span> result;
    std::size_t at = 0;
    for (std::string_view one = first_statement(text); !one.empty(); one = first_statement(text.substr(at))) {
        const auto begin = static_cast<std::size_t>(one.data() - text.data());
        at = begin + one.size();
        result.push_back({begin, one.ends_with(';') ? at - 1 : at});
    }
    return result;
}

/// Whether it makes something that lasts.
bool creates(std::string_view statement) {
    const token first = next_meaning(statement, 0);
    const token second = next_meaning(statement, first.end);
    const std::string word = fold(statement.substr(second.begin, second.end - second.begin));
    return same_name(statement.substr(first.begin, first.end - first.begin), "create") && word != "temp" &&
           word != "temporary";
}

section whole(const std::shared_ptr<const source_text>& file) {
    return {{file, 0, file->text.size()}};
}

/// As a shell takes it for one word.
std::string as_word(const std::string& path) {
    return path.find_first_of(" ()&;'$") == path.npos ? path : fmt::format("\"{}\"", path);
}

/// What `line` says about `subject`, of which it begins to speak.
std::string_view behind_subject(std::string_view line, std::string_view subject) {
    line.remove_prefix(subject.size());
    return line.substr(line.starts_with(": ") ? 2 : 1);
}

/// One sentence about all that differs in one object.
std::string describe_difference(const difference& of, std::string_view subject) {
    if (of.kind == difference_kind::missing) return fmt::format("no migration creates {}", subject);
    if (of.kind == difference_kind::extra)
        return fmt::format("the migrations create {}, which is not in this file", subject);
    const difference_words words{"is in no migration", "is not in this file",
                                 "the columns are in another order there"};
    std::string details;
    for (const std::string& line : describe(of, words))
        details.append(details.empty() ? "" : "; ").append(behind_subject(line, subject));
    return fmt::format("the migrations yield another {}: {}", subject, details);
}

/// Rows, for example, would be passed over in silence.
bool check_statements(const std::shared_ptr<const source_text>& file, diagnostics& found) {
    bool right = true;
    for (const script_span& each : find_statements(file->text)) {
        if (creates(std::string_view(file->text).substr(each.begin, each.end - each.begin))) continue;
        found.add(rule::schema_statement, statement_at(whole(file), each.begin),
                  "a schema file holds nothing but CREATE statements of what lasts");
        right = false;
    }
    return right;
}

} // namespace

std::shared_ptr<const source_text> read_schema_file(const std::filesystem::path& path, diagnostics& found) {
    std::ifstream file(path, std::ios::binary);
    const int error = errno;
    if (!file || !std::filesystem::is_regular_file(path)) {
        const std::string why = file ? "it is not a regular file" : std::generic_category().message(error);
        found.add(rule::unreadable, {std::make_shared<source_text>(source_text{path.string(), ""}), 0, 0},
                  fmt::format("cannot read this file: {}", why));
        return nullptr;
    }
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto text = std::make_shared<source_text>(source_text{path.string(), normalise(bytes)});
    return check_encoding(text, found) && check_statements(text, found) ? text : nullptr;
}

schema_places::schema_places(std::shared_ptr<const source_text> file) : file_(std::move(file)) {
    const std::string_view text = file_->text;
    for (const written_object& object : read_written(text, find_statements(text)).objects)
        add(object, text.substr(object.statement.begin, object.statement.end - object.statement.begin));
}

void schema_places::add(const written_object& object, std::string_view text) {
    places_.emplace(fold(fmt::format("{} {}", to_string(object.kind), object.name)),
                    statement_at(whole(file_), object.statement.begin));
    if (object.kind != object_kind::table) return;
    for (const table_part& column : split_table(text).columns)
        places_.emplace(fold(fmt::format("column {}.{}", object.name, column.name)),
                        at(object.statement.begin + column.begin));
}

location schema_places::of(std::string_view object) const {
    const auto found = places_.find(fold(object));
    return found == places_.end() ? file_alone() : found->second;
}

location schema_places::at(std::size_t offset) const {
    return token_at(whole(file_), offset);
}

location schema_places::file_alone() const {
    return {std::make_shared<source_text>(source_text{file_->path, ""}), 0, 0};
}

void report_differences(const schema& wanted, const schema& yielded, const schema_places& places,
                        diagnostics& found) {
    std::vector<diagnostic> all;
    for (const difference& each : compare(wanted, yielded)) {
        const std::string subject = fmt::format("{} {}", to_string(each.object), each.name);
        all.push_back({rule::schema_differs, {}, places.of(subject), describe_difference(each, subject), {}});
    }
    // As they will be printed, so that what to do stands behind the last.
    std::sort(all.begin(), all.end(), [](const diagnostic& a, const diagnostic& b) {
        return std::tie(a.where.begin, a.message) < std::tie(b.where.begin, b.message);
    });
    for (diagnostic& each : all) {
        diagnostic& added = found.add(each.id, std::move(each.where), std::move(each.message));
        if (&each == &all.back())
            added.notes.push_back(
                {{},
                 fmt::format("the migration that leads to this schema is written by: headway "
                             "revision --autogenerate --schema {} -m \"...\"",
                             as_word(places.path()))});
    }
}

void report_refusals(const std::vector<refusal>& refusals, const schema_places& places, diagnostics& found) {
    for (const refusal& each : refusals) {
        const bool has_place = !each.in_before && each.offset != static_cast<std::size_t>(-1);
        found.add(has_place ? rule::schema_hint : rule::conversion,
                  has_place ? places.at(each.offset) : places.of(each.object), each.message);
    }
}

void check_schema(const std::filesystem::path& path, const schema& yielded, const preparation& prepare,
                  diagnostics& found) {
    const auto file = read_schema_file(path, found);
    if (!file) return;
    if (const auto wanted = schema_of(file, prepare, found))
        report_differences(*wanted, yielded, schema_places(file), found);
}

} // namespace headway
