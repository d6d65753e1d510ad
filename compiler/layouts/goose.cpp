// goose: `NUMBER_name.sql` with annotations `-- +goose …`, in the order of the numbers
// (https://pressly.github.io/goose).

#include "diagnostics/nearest.hpp"
#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace headway::compiler {
namespace {
namespace goose {

constexpr std::string_view mark = "+goose";
constexpr std::array<std::string_view, 7> annotations{
    "Up", "Down", "StatementBegin", "StatementEnd", "NO TRANSACTION", "ENVSUB ON", "ENVSUB OFF"};
enum annotation { up, down, statement_begin, statement_end, no_transaction, envsub_on, envsub_off, unknown };

/// What follows `+goose` on a line that is an annotation.
std::optional<std::string_view> annotation_on(std::string_view line) {
    line = trim(line);
    if (!line.starts_with("--")) return std::nullopt;
    line = trim(line.substr(2));
    if (!line.starts_with(mark)) return std::nullopt;
    return trim(line.substr(mark.size()));
}

annotation meaning_of(std::string_view words) {
    const auto found = std::find_if(annotations.begin(), annotations.end(), [&](std::string_view each) {
        return edit_distance(each, words, 0) == 0; // in whatever case
    });
    return static_cast<annotation>(found - annotations.begin());
}

bool is_annotated(const loaded_file& file) {
    bool any = false;
    for_each_line(file.text->text, [&](std::string_view line) { any = any || annotation_on(line); });
    return any;
}

fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) { return is_top_sql(each.name) && is_annotated(each); };
    return fit_if_all(all, is_so, fit::surely);
}

class file_parser {
public:
    file_parser(const loaded_file& file, diagnostics& found) : file_(file), found_(found) {}

    void parse(layout_step& into) {
        for_each_line(file_.text->text, [&](std::string_view line) {
            if (const auto words = annotation_on(line)) read_annotation(trim(line), *words);
        });
        const std::string_view text = file_.text->text;
        if (!up_)
            return refuse(found_, file_, text.substr(0, 1),
                          "goose finds no '-- +goose Up' annotation in this file");
        if (!open_statement_.empty())
            refuse(found_, file_, open_statement_, "goose finds no '-- +goose StatementEnd' for this one");
        close(*up_, down_ ? down_->marker.data() : text.data() + text.size());
        if (down_) close(*down_, text.data() + text.size());
        up_->transaction = transaction_;
        if (down_) down_->transaction = transaction_;
        into.up = *up_;
        into.down = down_;
    }

private:
    void read_annotation(std::string_view line, std::string_view words) {
        switch (meaning_of(words)) {
        case up:
            if (up_ || down_)
                return refuse(found_, file_, line,
                              "goose takes one '-- +goose Up', and before '-- +goose Down'");
            up_ = step_part{&file_, {}, line};
            return;
        case down:
            if (!up_ || down_)
                return refuse(found_, file_, line, "goose takes one '-- +goose Down', behind '-- +goose Up'");
            down_ = step_part{&file_, {}, line};
            return;
        case statement_begin:
            if (!open_statement_.empty())
                refuse(found_, file_, line,
                       "goose is in a statement already: '-- +goose StatementEnd' is missing");
            open_statement_ = line;
            return;
        case statement_end:
            if (open_statement_.empty())
                refuse(found_, file_, line, "goose finds no '-- +goose StatementBegin' for this one");
            open_statement_ = {};
            return;
        case no_transaction:
            transaction_ = false;
            return;
        case envsub_on:
            if (file_.text->text.find('$') != std::string::npos)
                refuse(found_, file_, line,
                       "goose puts environment variables in here, which a built program does not have: give "
                       "them values by VARIABLES of add_migrations(), or `variables` in headway.toml");
            return;
        case envsub_off:
            return;
        case unknown:
            refuse_unknown(words);
        }
    }

    void refuse_unknown(std::string_view words) {
        const std::string_view meant = nearest(words, annotations);
        refuse(found_, file_, words.empty() ? std::string_view(file_.text->text).substr(0, 1) : words,
               meant.empty()
                   ? fmt::format("goose knows no annotation '{}'", words)
                   : fmt::format("goose knows no annotation '{}'; did you mean '{}'?", words, meant));
    }

    const loaded_file& file_;
    diagnostics& found_;
    std::optional<step_part> up_;
    std::optional<step_part> down_;
    std::string_view open_statement_;
    bool transaction_ = true;
};

std::optional<layout_step> in_code(std::string_view name) {
    const std::string_view digits = leading_digits(name);
    if (!is_top(name) || language_of(name) != "Go" || digits.empty() || name[digits.size()] != '_')
        return std::nullopt;
    return layout_step{plain_number(digits), sortable_number(digits),
                       words_of_slug(stem_of_file(name).substr(digits.size()))};
}

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
        const std::string_view name = each->name;
        const std::string_view digits = leading_digits(name);
        if (digits.empty() || name[digits.size()] != '_' || plain_number(digits) == "0") {
            refuse(found, *each,
                   "goose cannot parse the name of this file: it begins with a number from 1 and '_'");
            continue;
        }
        layout_step read{plain_number(digits), sortable_number(digits)};
        read.summary = words_of_slug(name.substr(digits.size(), name.size() - digits.size() - 4));
        file_parser(*each, found).parse(read);
        if (read.up.file != nullptr) all.steps.push_back(std::move(read));
    }
}

/// The last row of a version decides; a row with version 0 is there from the beginning.
constexpr std::string_view bookkeeping =
    "SELECT version_id, 1, NULL FROM main.goose_db_version WHERE id IN (SELECT max(id) FROM "
    "main.goose_db_version "
    "GROUP BY version_id) AND is_applied AND version_id > 0 ORDER BY version_id";

} // namespace goose
} // namespace

const layout goose_layout{"goose", is_top_sql, goose::fits,   goose::read, goose::bookkeeping,
                          nullptr, {},         goose::in_code};

} // namespace headway::compiler
