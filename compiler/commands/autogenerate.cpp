#include "commands/autogenerate.hpp"

#include "commands/format.hpp"
#include "commands/renaming_questions.hpp"
#include "project/database.hpp"
#include "project/schema_change.hpp"
#include "prove/schema_at.hpp"
#include "schema/canonical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace headway::compiler {
namespace {

/// The project, without a database that only the configuration names and that is not there yet.
settings with_rows_at_hand(settings from, bool is_named_here) {
    if (!is_named_here && names_database(from) && !database_exists(from)) from.database.clear();
    return from;
}

/// Turns two schemas into the sections of a revision.
class generator {
public:
    generator(const project& of, const autogenerate_request& request, const shell& io)
        : of_(of),
          request_(request),
          io_(io),
          options_(diff_options_of(with_rows_at_hand(of.from, request.database_is_named),
                                   declared_by(request.proof.provided, of.from))) {}

    generation run(new_revision& wanted);

private:
    [[nodiscard]] std::vector<std::uint32_t> parents_of(const new_revision&) const;
    [[nodiscard]] generation convert(const schema_texts&, new_revision& wanted);
    [[nodiscard]] generation refuse() const;

    const project& of_;
    const autogenerate_request& request_;
    const shell& io_;
    diff_options options_;
    diagnostics found_;
};

std::vector<std::uint32_t> generator::parents_of(const new_revision& wanted) const {
    std::vector<std::uint32_t> parents;
    const auto& revisions = of_.history.revisions;
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
    const auto file = read_schema_file(of_.from.schema, found_);
    if (!file) return refuse();
    const std::vector<std::uint32_t> parents = parents_of(wanted);
    const auto before = schema_at(of_.history, parents, options_.prepare, found_);
    const auto after = schema_of(file, options_.prepare, found_);
    if (!before || !after) return refuse();
    const std::string place = fmt::format("(the schema at {})", list_ids(of_.history, parents));
    return convert({std::make_shared<source_text>(source_text{place, render_schema(*before)}), file}, wanted);
}

generation generator::convert(const schema_texts& texts, new_revision& wanted) {
    const std::string& before = texts.before->text;
    const std::string& after = texts.after->text;
    options_.renamings =
        ask_about(possible_renamings(before, after, options_), schema_places(texts.after), io_, found_);
    migration made = diff(before, after, options_);
    report_refusals(made, texts, found_);
    if (request_.strict) report_hazards(made, texts, found_);
    if (found_.has_errors()) return refuse();
    fmt::print(io_.err, "{}", found_.render());
    if (made.up.empty()) {
        fmt::print(io_.out, "{} is what the migrations yield: there is nothing to write\n",
                   texts.after->path);
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

generation generate(const project& of, const autogenerate_request& request, new_revision& wanted,
                    const shell& io) {
    if (of.from.schema.empty())
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
    const proof_watcher watch = [&](const graph&, const proof_progress& now) {
        if (history.revisions[now.revision].from.id.text == id)
            skipped = now.outcome == proof_progress::state::skipped;
    };
    diagnostics proven;
    std::vector<std::filesystem::path> inputs;
    static_cast<void>(prove_history(request.proof, history.heads.size() == 1 ? schema : "", history, watch,
                                    proven, inputs));
    for (const diagnostic& each : proven.list()) {
        if (!skipped && stands_elsewhere(each, others)) continue;
        diagnostic& added = found.add(each.id, each.where, each.message);
        added.level = each.level;
        added.notes = each.notes;
    }
}

} // namespace headway::compiler
