#include "commands/autogenerate.hpp"

#include "commands/database.hpp"
#include "commands/renaming_questions.hpp"
#include "prove/schema_at.hpp"
#include "schema/canonical.hpp"
#include "schema/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace headway {
namespace {

using row_counter = std::function<std::optional<std::int64_t>(const std::string& table)>;

/// Counts the rows of the project's database, if there is one. One that only the configuration names need not
/// be there yet.
row_counter count_rows(const settings& from, bool is_named_here) {
    if (!names_database(from) || (!is_named_here && !database_exists(from))) return {};
    const auto database = std::make_shared<SQLite::Database>(open_database(from, access::read));
    return [database](const std::string& table) -> std::optional<std::int64_t> {
        if (!database->tableExists(table)) return std::nullopt;
        SQLite::Statement count(*database, "SELECT count(*) FROM main." + quote_name(table));
        count.executeStep();
        return count.getColumn(0).getInt64();
    };
}

/// Turns two schemas into the sections of a revision.
class generator {
public:
    generator(const planned_project& of, const autogenerate_request& request, const shell& io)
        : of_(of), request_(request), io_(io) {
        options_.prepare = preparation_of(request.proof);
        options_.row_count = count_rows(of.from(), request.database_is_named);
    }

    generation run(new_revision& wanted);

private:
    [[nodiscard]] std::vector<std::uint32_t> parents_of(const new_revision&) const;
    [[nodiscard]] generation convert(const std::string& before, new_revision& wanted);
    [[nodiscard]] generation refuse() const;
    void refuse_hazards(const std::vector<hazard>&, const schema_places&);

    const planned_project& of_;
    const autogenerate_request& request_;
    const shell& io_;
    diff_options options_;
    std::shared_ptr<const source_text> file_;
    diagnostics found_;
};

std::vector<std::uint32_t> generator::parents_of(const new_revision& wanted) const {
    std::vector<std::uint32_t> parents;
    const auto& revisions = of_.revisions().revisions;
    for (const auto* ids : {&wanted.revises, &wanted.depends_on}) {
        for (std::uint32_t index = 0; index < revisions.size(); ++index) {
            if (std::find(ids->begin(), ids->end(), revisions[index].from.id.text) != ids->end())
                parents.push_back(index);
        }
    }
    return parents;
}

generation generator::refuse() const {
    fmt::print(io_.err, "{}headway: nothing was written\n", found_.render());
    return generation::refused;
}

generation generator::run(new_revision& wanted) {
    file_ = read_schema_file(of_.from().schema, found_);
    if (!file_) return refuse();
    const auto before = schema_at(of_.revisions(), parents_of(wanted), options_.prepare, found_);
    const auto after = schema_of(file_, options_.prepare, found_);
    return before && after ? convert(render_schema(*before), wanted) : refuse();
}

void generator::refuse_hazards(const std::vector<hazard>& hazards, const schema_places& places) {
    for (const hazard& each : hazards)
        found_.add(rule::hazard, places.of(each.object),
                   fmt::format("{}: {} ({})", each.object, each.message, each.code));
}

generation generator::convert(const std::string& before, new_revision& wanted) {
    const schema_places places(file_);
    options_.renamings = ask_about(possible_renamings(before, file_->text, options_), places, io_, found_);
    migration made = diff(before, file_->text, options_);
    report_refusals(made.refusals, places, found_);
    if (request_.strict) refuse_hazards(made.hazards, places);
    if (found_.has_errors()) return refuse();
    fmt::print(io_.err, "{}", found_.render());
    if (made.up.empty()) {
        fmt::print(io_.out, "{} is what the migrations yield: there is nothing to write\n", file_->path);
        return generation::nothing;
    }
    wanted.up = std::move(made.up);
    wanted.down = std::move(made.down);
    wanted.irreversible = std::move(made.irreversible);
    return generation::filled;
}

bool stands_elsewhere(const diagnostic& of, const std::unordered_set<const source_text*>& others) {
    return others.contains(of.where.file.get());
}

} // namespace

void declare_autogenerate(arguments& add, autogenerate_request& into, settings_flags& where) {
    add.flag("--autogenerate", into.wanted, "Write what leads from the head to the schema file, and back");
    add.flag("--strict", into.strict, "Refuse to generate what may cost rows or values");
    add.schema(where);
}

generation generate(const planned_project& of, const autogenerate_request& request, new_revision& wanted,
                    const shell& io) {
    if (of.from().schema.empty())
        throw usage_error("no schema file is named: write --schema FILE, or write schema = \"FILE\" into "
                          "headway.toml");
    static_cast<void>(levels_of(request.proof)); // so that a wrong rule is noticed before anything is asked
    return generator(of, request, io).run(wanted);
}

void prove_new(const autogenerate_request& request, const std::filesystem::path& schema, std::string_view id,
               const graph& history, diagnostics& found) {
    std::unordered_set<const source_text*> others;
    for (const linked_revision& each : history.revisions)
        if (each.from.id.text != id) others.insert(each.from.file.get());
    bool skipped = false;
    const proof_watcher watch = [&](const proof_progress& now) {
        if (history.revisions[now.revision].from.id.text == id)
            skipped = now.outcome == proof_progress::state::skipped;
    };
    proof_request proof = request.proof;
    if (history.heads.size() == 1) proof.schema = schema.string();
    diagnostics proven;
    std::vector<std::filesystem::path> inputs;
    run_proof(proof, history, watch, proven, inputs);
    for (const diagnostic& each : proven.list()) {
        if (!skipped && stands_elsewhere(each, others)) continue;
        diagnostic& added = found.add(each.id, each.where, each.message);
        added.level = each.level;
        added.notes = each.notes;
    }
}

} // namespace headway
