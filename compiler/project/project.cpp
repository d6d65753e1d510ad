#include "project/project.hpp"

#include "emit/table.hpp"
#include "layouts/migrations.hpp"
#include "link/lock.hpp"
#include "project/adopt_query.hpp"
#include "project/image.hpp"
#include "project/user_version.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

namespace headway::compiler {

struct project::packing {
    explicit packing(const project& from)
        : texts(from.history, 1, {}, from.adoptions), history(texts.view()) {}
    table texts;
    headway::history history;
};

const headway::history& project::packed() const {
    if (packed_ == nullptr) packed_ = std::make_shared<packing>(*this);
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
    laid_out read =
        read_migrations(request.from.directory,
                        {request.from.layout, request.from.variables, request.from.pattern}, loaded.found);
    directory& migrations = read.migrations;
    loaded.layouts = std::move(read.of);
    loaded.adoptions = std::move(read.adoptions);
    for (const std::string& name : request.from.adopt) {
        const layout* const tool = find_layout(name);
        if (tool == nullptr) continue; // `headway`, which is taken as it is
        for (adoption& one : adoptions_of({&tool, 1}))
            loaded.adoptions.push_back(std::move(one));
    }
    if (!request.from.adopt_query.empty()) loaded.adoptions = {adoption_of_query(request.from.adopt_query)};
    loaded.history = link(std::move(migrations.sources), request.permitted, loaded.found);
    if (request.from.keep_user_version) keep_user_version(loaded.history, loaded.found);
    loaded.lock = std::move(migrations.lock);
    loaded.inputs = std::move(migrations.inputs);
    if (request.is_locked) check_lock(loaded.history, loaded.lock, loaded.found);
    proof_request proof = request.proof != nullptr ? *request.proof : proof_request();
    proof.provided = declared_by(std::move(proof.provided), request.from);
    if (request.proof != nullptr)
        loaded.objects = prove_history(proof, request.from.schema, loaded.history, request.watch,
                                       loaded.found, loaded.inputs);
    if (request.proof != nullptr && request.image_limit > 0 && !loaded.found.has_errors())
        loaded.image = image_of(proof, loaded.history, request.image_limit, loaded.found);
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
