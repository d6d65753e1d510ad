// Liquibase's formatted SQL: changesets, each with its rollback, in the order of the files' names and of
// their places there (https://docs.liquibase.com/concepts/changelogs/sql-format.html).

#include "layouts/naming.hpp"
#include "read/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace headway::compiler {
namespace {
namespace liquibase {

bool takes(std::string_view name) {
    return name.ends_with(".sql");
}

/// What follows `--word` on a line that is that.
std::optional<std::string_view> behind(std::string_view line, std::string_view word) {
    line = trim(line);
    if (!line.starts_with("--")) return std::nullopt;
    line = trim(line.substr(2));
    if (!line.starts_with(word)) return std::nullopt;
    return trim(line.substr(word.size()));
}

bool is_formatted(const loaded_file& file) {
    const std::string_view text = file.text->text;
    return behind(text.substr(0, text.find('\n')), "liquibase formatted sql").has_value();
}

fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) { return takes(each.name) && is_formatted(each); };
    return fit_if_all(all, is_so, fit::surely);
}

/// `author:id attribute:value …`
struct changeset {
    std::string_view author{};
    std::string_view id{};
    std::string_view attributes{};
};

changeset changeset_of(std::string_view words) {
    const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
    const std::size_t colon = words.substr(0, end).find(':');
    if (colon == words.npos) return {};
    return {words.substr(0, colon), words.substr(colon + 1, end - colon - 1), trim(words.substr(end))};
}

class file_parser {
public:
    file_parser(const loaded_file& file, diagnostics& found) : file_(file), found_(found) {}

    std::vector<layout_step> parse() {
        const std::string_view text = file_.text->text;
        for_each_line(text, [&](std::string_view line) { read_line(line); });
        end_changeset(text.data() + text.size());
        return std::move(steps_);
    }

private:
    void read_line(std::string_view line) {
        if (const auto words = behind(line, "changeset")) {
            end_changeset(line.data());
            return begin_changeset(line, *words);
        }
        if (const auto sql = behind(line, "rollback")) return read_rollback(line, *sql);
        if (const auto words = behind(line, "preconditions"))
            found_.add(rule::layout_ignored, place_of(file_.text, trim(line)),
                       "Liquibase asks this before it runs the changeset; Headway runs it wherever it is not "
                       "applied");
        if (is_open_ && !rollback_.empty() && !trim(line).empty() && !trim(line).starts_with("--"))
            refuse(found_, file_, trim(line), "what a changeset does stands above its --rollback lines");
    }

    void begin_changeset(std::string_view line, std::string_view words) {
        const changeset here = changeset_of(words);
        if (here.id.empty())
            return refuse(found_, file_, trim(line),
                          "Liquibase cannot parse this changeset: it is '--changeset author:id'");
        is_open_ = true;
        step_ = layout_step{std::string(here.id), {}};
        step_.booked = fmt::format("{}:{}:{}", here.id, here.author, leaf_of(file_.name));
        step_.summary = words_of_slug(here.id);
        step_.up = step_part{&file_, {}, trim(line)};
        read_attributes(here.attributes);
    }

    void read_attributes(std::string_view attributes) {
        constexpr std::array<std::string_view, 9> known{"splitStatements", "stripComments", "context",
                                                        "contextFilter",   "labels",        "logicalFilePath",
                                                        "failOnError",     "comment",       "created"};
        while (!attributes.empty()) {
            const std::size_t end = std::min(attributes.find_first_of(" \t"), attributes.size());
            const std::string_view one = attributes.substr(0, end);
            attributes = trim(attributes.substr(end));
            const std::string_view name = one.substr(0, one.find(':'));
            if (one == "runInTransaction:false")
                step_.up.transaction = false;
            else if (!one.ends_with(":false") && one != "runInTransaction:true" && one != "dbms:sqlite" &&
                     std::find(known.begin(), known.end(), name) == known.end())
                refuse(found_, file_, one,
                       fmt::format("this is not read of a changeset: '{}'; Headway runs each once, in every "
                                   "database",
                                   name));
        }
    }

    /// The statement stands in a comment, which is taken away.
    void read_rollback(std::string_view line, std::string_view sql) {
        if (!is_open_) return;
        if (rollback_.empty()) {
            close(step_.up, line.data());
            rollback_ = trim(line).substr(0, 1);
        }
        const bool is_none = sql == "empty" || sql == "not required";
        const char* const end = is_none ? line.data() + line.size() : sql.data();
        std::string& text = file_.text->text;
        const auto begin = text.begin() + (line.data() - text.data());
        std::fill(begin, begin + (end - line.data()), ' ');
    }

    void end_changeset(const char* end) {
        if (!is_open_) return;
        is_open_ = false;
        if (rollback_.empty()) {
            close(step_.up, end);
        } else {
            step_.down = step_part{&file_, {}, rollback_, step_.up.transaction};
            const char* const begin = rollback_.data();
            step_.down->marker = {};
            step_.down->body = trim_lines({begin, static_cast<std::size_t>(end - begin)});
        }
        rollback_ = {};
        step_.order = fmt::format("{}/{:06}", file_.name, steps_.size());
        steps_.push_back(std::move(step_));
    }

    const loaded_file& file_;
    diagnostics& found_;
    std::vector<layout_step> steps_;
    layout_step step_{};
    std::string_view rollback_; ///< Where the rollback of the open changeset begins.
    bool is_open_ = false;
};

void read(tool_directory& all, diagnostics& found) {
    std::map<std::string, std::size_t> uses;
    for (const loaded_file* each : all.files) {
        if (!is_formatted(*each)) {
            warn_passed_over(
                found, *each,
                "Liquibase passes over this file: its first line is '--liquibase formatted sql'");
            continue;
        }
        for (layout_step& step : file_parser(*each, found).parse()) {
            ++uses[step.version];
            all.steps.push_back(std::move(step));
        }
    }
    for (layout_step& each : all.steps) {
        if (uses[each.version] == 1) continue; // an id need be unique in its file alone
        const std::string_view leaf = leaf_of(each.up.file->name);
        each.version = fmt::format("{}.{}", leaf.substr(0, leaf.size() - 4), each.version);
    }
}

/// A lock that is held is of a process that is at work or was killed.
constexpr std::string_view bookkeeping =
    "SELECT 'under the lock of ' || LOCKEDBY, 0, NULL FROM main.DATABASECHANGELOGLOCK WHERE LOCKED UNION ALL "
    "SELECT ID || ':' || AUTHOR || ':' || replace(FILENAME, rtrim(FILENAME, replace(FILENAME, '/', '')), "
    "''), "
    "1, NULL FROM main.DATABASECHANGELOG WHERE EXECTYPE <> 'SKIPPED' AND EXECTYPE <> 'FAILED'";

} // namespace liquibase
} // namespace

const layout liquibase_layout{"liquibase",     liquibase::takes,       liquibase::fits,
                              liquibase::read, liquibase::bookkeeping, nullptr};

} // namespace headway::compiler
