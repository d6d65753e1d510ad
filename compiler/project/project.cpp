#include "project/project.hpp"

#include "emit/table.hpp"
#include "layouts/migrations.hpp"
#include "link/lock.hpp"
#include "project/adopt_query.hpp"
#include "project/detect.hpp"
#include "project/image.hpp"
#include "project/usage_error.hpp"
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

namespace {

/// Other tools' directories are read for SQLite alone.
layout_choice choice_of(const settings& from) {
    if (from.of == engine::sqlite)
        return {from.layout, from.variables, from.pattern, from.adopt_query, from.of};
    if (!from.layout.empty() && from.layout != "headway")
        throw usage_error(fmt::format("the layout `{}` is read for SQLite alone", from.layout));
    return {"headway", {}, {}, {}, from.of};
}

/// The version table is Alembic's, and PostgreSQL, other than SQLite, keeps to the width of its column. What
/// migrations in C++ are given is an SQLite database.
void check_for_server(const graph& history, diagnostics& found) {
    constexpr std::size_t widest = 32;
    for (const linked_revision& each : history.revisions) {
        const spelled& id = each.from.id;
        if (each.from.code)
            found.add(rule::section_option, id.where,
                      fmt::format("revision '{}' is written in C++, which is for SQLite alone", id.text));
        if (id.text.size() > widest)
            found.add(
                rule::revision_id, id.where,
                fmt::format("the revision id '{}' has {} characters, and PostgreSQL's version table holds {}",
                            id.text, id.text.size(), widest));
    }
}

} // namespace

project load(const load_request& request) {
    project loaded;
    loaded.from = request.from;
    laid_out read = read_migrations(request.from.directory, choice_of(request.from), loaded.found);
    directory& migrations = read.migrations;
    loaded.layouts = std::move(read.of);
    loaded.adoptions = std::move(read.adoptions);
    for (const std::string& name : request.from.adopt) {
        const layout* const tool = find_layout(name);
        if (tool == nullptr) continue; // `headway`, which is taken as it is, and `schema`
        for (adoption& one : adoptions_of({&tool, 1}))
            loaded.adoptions.push_back(std::move(one));
    }
    if (!request.from.adopt_query.empty()) loaded.adoptions = {adoption_of_query(request.from.adopt_query)};
    loaded.history = link(std::move(migrations.sources), request.permitted, loaded.found);
    loaded.history.of = request.from.of;
    if (request.from.of == engine::postgresql) check_for_server(loaded.history, loaded.found);
    if (request.from.keep_user_version) keep_user_version(loaded.history, loaded.found);
    loaded.lock = std::move(migrations.lock);
    loaded.inputs = std::move(migrations.inputs);
    if (request.is_locked) check_lock(loaded.history, loaded.lock, loaded.found);
    proof_request proof = request.proof != nullptr ? *request.proof : proof_request();
    proof.provided = declared_by(std::move(proof.provided), request.from);
    if (request.proof != nullptr)
        loaded.objects = prove_history(proof, request.from.schema, loaded.history, request.watch,
                                       loaded.found, loaded.inputs);
    if (request.proof != nullptr && request.from.adopts_by_schema() && !loaded.found.has_errors()) {
        const preparation prepare = preparation_of(proof.provided);
        for (adoption& one : digests_of_schemas(loaded.history, prepare, request.from.ignore, loaded.found))
            loaded.adoptions.push_back(std::move(one));
    }
    const bool has_image =
        request.proof != nullptr && request.image_limit > 0 && request.from.of == engine::sqlite;
    if (has_image && !loaded.found.has_errors())
        loaded.image = image_of(proof, loaded.history, request.image_limit, loaded.found);
    return loaded;
}

options runtime_options(const settings& from) {
    options chosen;
    chosen.version_table = from.version_table;
    chosen.log = from.log;
    chosen.ignore.assign(from.ignore.begin(), from.ignore.end());
    if (from.adopts_by_schema()) chosen.unstamped = adopt::by_schema;
    chosen.application = "headway";
    chosen.application_version = HEADWAY_VERSION;
    return chosen;
}

} // namespace headway::compiler
