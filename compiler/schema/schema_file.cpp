#include "schema/schema_file.hpp"

#include "read/directory.hpp"
#include "read/place.hpp"
#include "schema/compare.hpp"
#include "schema/object_place.hpp"
#include "sql/lexeme.hpp"
#include "sql/name.hpp"
#include "sql/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace headway::compiler {
namespace {

/// Whether it makes something that lasts.
bool creates(std::string_view statement) {
    const token first = next_meaning(statement, 0);
    const token second = next_meaning(statement, first.end);
    const std::string word = fold(second.in(statement));
    return same_name(first.in(statement), "create") && word != "temp" && word != "temporary";
}

/// Whether SQLite keeps it for itself: its shell prints such statements with a schema, and does not run them.
bool is_internal(std::string_view statement) {
    const token create = next_meaning(statement, 0);
    const token table = next_meaning(statement, create.end);
    const token name = next_meaning(statement, table.end);
    return fold(unquote(name.in(statement))).starts_with("sqlite_");
}

/// The file with spaces where such statements stand, so that all others keep their places.
std::shared_ptr<const source_text> without_internal(const std::shared_ptr<const source_text>& file) {
    source_text result = *file;
    for (const script_span& each : find_statements(file->text)) {
        if (!is_internal(each.in(file->text))) continue;
        for (std::size_t at = each.begin; at < each.end; ++at)
            if (result.text[at] != '\n') result.text[at] = ' ';
        if (each.end < result.text.size() && result.text[each.end] == ';') result.text[each.end] = ' ';
    }
    return std::make_shared<source_text>(std::move(result));
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
        if (creates(each.in(file->text))) continue;
        found.add(rule::schema_statement, statement_at({{file, 0, file->text.size()}}, each.begin),
                  "a schema file holds nothing but CREATE statements of what lasts");
        right = false;
    }
    return right;
}

} // namespace

std::shared_ptr<const source_text> read_schema_file(const std::filesystem::path& path, diagnostics& found) {
    auto text = read_text(path, found);
    return text && check_statements(text, found) ? without_internal(text) : nullptr;
}

schema_places::schema_places(std::shared_ptr<const source_text> file)
    : file_(std::move(file)), written_(read_written(file_->text, find_statements(file_->text))) {}

location schema_places::of(std::string_view object) const {
    const std::size_t offset = place_of_object(file_->text, written_, object);
    if (offset == nowhere) return {std::make_shared<source_text>(source_text{file_->path, ""}), 0, 0};
    return token_at({{file_, 0, file_->text.size()}}, offset);
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

} // namespace headway::compiler
