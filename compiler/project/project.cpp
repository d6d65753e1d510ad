#include "project/project.hpp"

#include "plan/target.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

namespace headway::compiler {
using namespace detail;

void require_directory(const settings& from) {
    if (!std::filesystem::is_directory(from.directory))
        throw std::runtime_error(
            fmt::format("there is no directory {}\nName another with --directory, or start one with "
                        "`headway init`.",
                        from.directory.string()));
}

std::optional<project> load_project(const settings_flags& flags, const shell& io) {
    project loaded;
    loaded.from = find_settings(flags);
    require_directory(loaded.from);
    diagnostics found;
    directory migrations = read_directory(loaded.from.directory, found);
    loaded.history =
        link(std::move(migrations.sources), {.multiple_heads = true, .multiple_bases = true}, found);
    loaded.lock = std::move(migrations.lock);
    if (!found.has_errors()) return loaded;
    fmt::print(io.err, "{}", found.render());
    return std::nullopt;
}

options runtime_options(const settings& from) {
    options chosen;
    chosen.version_table = from.version_table;
    chosen.log = from.log;
    chosen.application = "headway";
    chosen.application_version = HEADWAY_VERSION;
    return chosen;
}

std::vector<std::uint32_t> resolve(const history& h, std::string_view text,
                                   const std::vector<std::string>& rows) {
    const resolver find(h);
    const target wanted = parse_target(text);
    if (text == "current") return find.rows(rows);
    if (!wanted.steps) return find.named(wanted);
    if (wanted.symbol.empty() && !wanted.branch && wanted.back) return plan_downgrade(h, rows, text).after;
    std::uint32_t found = no_revision;
    if (!wanted.symbol.empty())
        found = find.walked(wanted);
    else if (wanted.back)
        found = find.behind(wanted, find.rows(rows));
    else
        found = find.ahead(wanted, find.rows(rows));
    return found == no_revision ? std::vector<std::uint32_t>{} : std::vector{found};
}

std::vector<std::string> resolve_rows(const history& h, std::string_view targets) {
    std::vector<std::string> rows;
    while (!targets.empty()) {
        const std::size_t end = std::min(targets.find(','), targets.size());
        for (const std::uint32_t revision : resolve(h, targets.substr(0, end), {}))
            rows.emplace_back(h.id(revision));
        targets.remove_prefix(std::min(end + 1, targets.size()));
    }
    return rows;
}

} // namespace headway::compiler
