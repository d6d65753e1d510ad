#include "commands/over_project.hpp"
#include "diagnostics/nearest.hpp"
#include "emit/output.hpp"
#include "layouts/naming.hpp"
#include "layouts/writing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>

namespace headway::compiler {
namespace {

namespace fs = std::filesystem;

struct export_request {
    settings_flags where;
    std::string layout;
    std::string to = "exported";
};

/// Texts of one length that ascend.
bool can_be_versions(const std::vector<std::string>& texts) {
    return std::all_of(texts.begin(), texts.end(),
                       [&](const std::string& each) {
                           return is_number(each) && each.size() == texts.front().size();
                       }) &&
           std::adjacent_find(texts.begin(), texts.end(), std::greater_equal<>()) == texts.end();
}

/// The ids if all of them are numbers of one width, else the dates if they ascend, else places.
std::vector<std::string> versions_of(const graph& history) {
    std::vector<std::string> ids;
    std::vector<std::string> dates;
    std::vector<std::string> places;
    for (const linked_revision& each : history.revisions) {
        ids.push_back(each.from.id.text);
        dates.push_back(version_of_time(each.from.created.value_or(0) / 1000000));
        places.push_back(fmt::format("{:06}", places.size() + 1));
    }
    if (can_be_versions(ids)) return ids;
    return can_be_versions(dates) ? dates : places;
}

written_step step_of(const source& from, std::string version) {
    written_step made = step_called(from.summary, std::move(version));
    made.up = {from.up.sql(), from.up.transaction};
    made.down = {from.irreversible ? std::string_view() : from.down.sql(), from.down.transaction};
    made.irreversible = from.irreversible;
    return made;
}

/// What keeps the history from being written, a line each.
std::vector<std::string> obstacles_to(const export_request& request, const graph& history,
                                      std::vector<written_file>& files) {
    std::vector<std::string> lines;
    const std::vector<std::string> versions = versions_of(history);
    for (std::size_t index = 0; index < history.revisions.size(); ++index) {
        const linked_revision& each = history.revisions[index];
        const bool follows = each.depends_on.empty() && each.revises.size() == (index == 0 ? 0U : 1U) &&
                             (index == 0 || each.revises.front() + 1 == index);
        if (!follows)
            lines.push_back(fmt::format("{}: revision {} is not alone behind the one before: {} has one line",
                                        each.from.file_name, each.from.id.text, request.layout));
        if (each.from.code)
            lines.push_back(fmt::format("{}: revision {} is written in C++, which {} does not run",
                                        each.from.file_name, each.from.id.text, request.layout));
        std::vector<written_file> written = write_step(request.layout, step_of(each.from, versions[index]));
        if (written.empty())
            lines.push_back(
                fmt::format("{}: revision {} runs without a transaction, which {} cannot say of a file",
                            each.from.file_name, each.from.id.text, request.layout));
        std::move(written.begin(), written.end(), std::back_inserter(files));
    }
    return lines;
}

int run_export(const export_request& request, const project& of, const shell& io) {
    std::vector<written_file> files;
    std::vector<std::string> obstacles = obstacles_to(request, of.history, files);
    for (const written_file& each : files)
        if (fs::exists(fs::path(request.to) / each.name))
            obstacles.push_back(
                fmt::format("{} exists already", (fs::path(request.to) / each.name).string()));
    if (!obstacles.empty()) {
        fmt::print(io.err, "headway: {}\nNothing was written.\n", fmt::join(obstacles, "\nheadway: "));
        return 1;
    }
    fs::create_directories(request.to);
    for (const written_file& each : files)
        write_if_changed(fs::path(request.to) / each.name, each.text);
    fmt::print(io.out, "{}: {} revisions in {} files of {}\n", request.to, of.history.revisions.size(),
               files.size(), request.layout);
    return 0;
}

void check_export(const export_request& request) {
    const std::vector<std::string_view> names = writable_layouts();
    if (std::find(names.begin(), names.end(), request.layout) != names.end()) return;
    const std::string_view meant = nearest(request.layout, names);
    throw usage_error(fmt::format("`{}` cannot be written: {}", request.layout,
                                  meant.empty() ? fmt::format("there are {}", fmt::join(names, ", "))
                                                : fmt::format("did you mean `{}`?", meant)));
}

work declare_export(arguments& add) {
    const auto request = std::make_shared<export_request>();
    add.option("--layout", "NAME", request->layout,
               "Whose form: dbmate, flyway, golang-migrate, goose or sqlx");
    add.require();
    add.option("--to", "DIR", request->to, "Where to write (default: exported)");
    add.option("--directory", "DIR", request->where.directory, "Directory of the migrations");
    add.option("-c,--config", "FILE", request->where.config, "Settings to use");
    add.check([request] { check_export(*request); });
    return over_project(request->where, [request](const project& of, const shell& io) {
        return run_export(*request, of, io);
    });
}

constexpr example export_examples[] = {
    {"headway export --layout goose --to db/migrations", "Write the history as files of goose"},
};

} // namespace

const verb export_verb{{"export", "Write the migrations in the form of another tool",
                        "The history has to be one line. Its ids are the versions where all of them are "
                        "numbers of one width, else its "
                        "dates where these ascend, else 000001 and so on.",
                        export_examples},
                       declare_export};

} // namespace headway::compiler
