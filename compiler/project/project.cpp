#include "project/project.hpp"

#include "emit/table.hpp"
#include "link/lock.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

namespace headway::compiler {

struct project::packing {
    explicit packing(const graph& from) : texts(from, 1), history(texts.view()) {}
    table texts;
    headway::history history;
};

const headway::history& project::packed() const {
    if (packed_ == nullptr) packed_ = std::make_shared<packing>(history);
    return packed_->history;
}

settings find_project(const settings_flags& flags) {
    settings found = find_settings(flags);
    if (!std::filesystem::is_directory(found.directory))
        throw std::runtime_error(
            fmt::format("there is no directory {}\nName another with --directory, or start one with "
                        "`headway init`.",
                        found.directory.string()));
    return found;
}

project load(const load_request& request) {
    project loaded;
    loaded.from = request.from;
    directory migrations = read_directory(request.from.directory, loaded.found);
    loaded.history = link(std::move(migrations.sources), request.permitted, loaded.found);
    loaded.lock = std::move(migrations.lock);
    loaded.inputs = std::move(migrations.inputs);
    if (request.is_locked) check_lock(loaded.history, loaded.lock, loaded.found);
    if (request.proof != nullptr)
        loaded.objects = prove_history(*request.proof, request.from.schema, loaded.history, request.watch,
                                       loaded.found, loaded.inputs);
    return loaded;
}

options runtime_options(const settings& from) {
    options chosen;
    chosen.version_table = from.version_table;
    chosen.log = from.log;
    chosen.application = "headway";
    chosen.application_version = HEADWAY_VERSION;
    return chosen;
}

} // namespace headway::compiler
