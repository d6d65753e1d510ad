#include "project/proof.hpp"

#include "diagnostics/nearest.hpp"
#include "emit/output.hpp"
#include "link/sound_part.hpp"
#include "project/proof_on_server.hpp"
#include "project/usage_error.hpp"
#include "prove/schema_at.hpp"
#include "read/sha.hpp"
#include "schema/schema_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <fstream>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace headway::compiler {
namespace {

int minimum_of(const proof_request& request) {
    if (request.minimum_sqlite.empty()) return 0;
    constexpr int least = 3037000; // what the build of the runtime asks for
    const auto version = parse_sqlite_version(request.minimum_sqlite);
    if (!version)
        throw usage_error(
            fmt::format("`{}` is no version of SQLite: write one like 3.38", request.minimum_sqlite));
    if (*version < least)
        throw usage_error(
            fmt::format("SQLite {} is too old for Headway itself, which needs 3.37", request.minimum_sqlite));
    return *version;
}

std::chrono::seconds limit_of(const proof_request& request, std::chrono::seconds usual) {
    const std::string& text = request.statement_limit;
    if (text.empty()) return usual;
    int seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc() || end != text.data() + text.size() || seconds < 1)
        throw usage_error(fmt::format("`{}` is no number of seconds: write one like 60", text));
    return std::chrono::seconds(seconds);
}

bool proves_chain(const proof_request& request) {
    if (!request.kind.empty() && request.kind != "steps" && request.kind != "chain")
        throw usage_error(fmt::format("a proof is of `steps` or of a `chain`, not of `{}`", request.kind));
    return request.kind == "chain";
}

/// Which file may break which rules.
using allowances = std::unordered_map<const source_text*, const std::vector<allowance>*>;

allowances allowances_of(const graph& history) {
    allowances all;
    for (const linked_revision& each : history.revisions) {
        if (each.from.allowances.empty()) continue;
        all.emplace(each.from.file.get(), &each.from.allowances);
        all.emplace(each.from.down.where.file.get(), &each.from.allowances); // it may be one of its own
    }
    return all;
}

/// How a file is excused from what stops the build, where nothing has said so yet.
std::optional<std::string> way_out_of(const diagnostic& of) {
    const bool is_told = std::any_of(of.notes.begin(), of.notes.end(), [](const note& each) {
        return each.message.find("headway:allow") != std::string::npos;
    });
    if (is_told || of.level != severity::error || !is_excusable(of.id)) return std::nullopt;
    return fmt::format("{}: -- headway:allow {} <why>",
                       of.id == rule::round_trip
                           ? "where the file is released and has to stay as it is, write into its header"
                           : "if this is meant, write into the header",
                       describe(of.id).code);
}

std::string file_name(const std::string& key) {
    return key + ".proof";
}

/// The baseline and all before it.
std::vector<bool> released_of(const graph& history, const std::string& baseline, diagnostics& found) {
    std::vector<bool> released(history.revisions.size());
    const auto last =
        std::find_if(history.revisions.rbegin(), history.revisions.rend(),
                     [&](const linked_revision& each) { return each.from.id.text == baseline; });
    if (last == history.revisions.rend()) {
        std::vector<std::string_view> ids;
        for (const linked_revision& each : history.revisions)
            ids.push_back(each.from.id.text);
        const std::string_view meant = nearest(baseline, ids);
        found.add(rule::baseline, {},
                  fmt::format("the baseline '{}' is no revision of this history{}", baseline,
                              meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant)));
        return released;
    }
    released[static_cast<std::size_t>(history.revisions.rend() - last) - 1] = true;
    for (std::size_t index = released.size(); index-- > 0;) {
        if (!released[index]) continue;
        for (const auto* parents :
             {&history.revisions[index].revises, &history.revisions[index].depends_on}) {
            for (const std::uint32_t parent : *parents)
                released[parent] = true;
        }
    }
    return released;
}

/// Removes what no longer belongs to the history, and of the rest all but one between distances from the head
/// that double.
void prune(const std::filesystem::path& directory, const std::vector<std::string>& keys) {
    std::set<std::string> kept;
    std::set<int> distances;
    for (std::size_t count = 0; count < keys.size(); ++count) {
        const auto distance = static_cast<unsigned>(keys.size() - 1 - count);
        const std::string name = file_name(keys[count]);
        if (std::filesystem::exists(directory / name) &&
            distances.insert(static_cast<int>(std::bit_width(distance))).second)
            kept.insert(name);
    }
    for (const auto& each : std::filesystem::directory_iterator(directory)) {
        const bool is_proof = each.path().extension() == ".proof";
        std::error_code gone; // another process was faster
        if (is_proof && !kept.contains(each.path().filename().string()))
            std::filesystem::remove(each.path(), gone);
    }
}

std::vector<detail::digested_object> prove_with_cache(const proof_request& request, const graph& history,
                                                      prove_options& options, diagnostics& found) {
    const std::filesystem::path directory = request.cache;
    std::filesystem::create_directories(directory);
    options.cache = {[&](const std::string& key) { return read_file(directory / file_name(key)); },
                     [&](const std::string& key, const std::string& bytes) {
                         write_if_changed(directory / file_name(key), bytes);
                     },
                     salt_of(options.declared) + (options.proves_chain ? "chain" : "")};
    std::vector<detail::digested_object> objects = prove(history, options, found);
    prune(directory, proof_keys(history, options));
    return objects;
}

/// Whether a reader has found the same, or does not know what the file of another tool says.
bool is_reported(const diagnostic& one, const diagnostics& found) {
    return std::any_of(found.list().begin(), found.list().end(), [&](const diagnostic& each) {
        if (each.where.file != one.where.file) return false;
        return each.id == rule::layout || (each.id == one.id && each.where.begin == one.where.begin);
    });
}

/// Looks, where something is wrong with some files, what is wrong with the others, so that one run tells it
/// all. Nothing is tried where two files claim one revision, and nothing that is released.
void prove_soundest(const proof_request& request, const graph& history, prove_options options,
                    diagnostics& found) {
    const auto& list = found.list();
    if (std::any_of(list.begin(), list.end(), [](const auto& each) { return each.id == rule::duplicate_id; }))
        return;
    const graph part = sound_part(history);
    if (!request.baseline.empty()) {
        diagnostics unknown;
        options.released = released_of(part, request.baseline, unknown);
        if (unknown.has_errors()) return;
    }
    options.rows.clear();
    options.reached = nullptr;
    options.progress = nullptr;
    diagnostics more;
    prove(part, options, more);
    for (const diagnostic& each : more.list())
        if (!is_reported(each, found)) found.add(each.id, each.where, each.message) = each;
}

} // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
    std::error_code gone; // by another process that uses the same cache
    if (!std::filesystem::is_regular_file(path, gone)) return std::nullopt; // to open it may wait for ever
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(path, gone);
    if (gone) return std::nullopt;
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// Extensions are not Headway's, and may be built anew under the same name.
std::string salt_of(const declared_names& declared) {
    std::string salt;
    for (const std::string& each : declared.extensions) {
        if (const auto bytes = read_file(each)) salt += sha_hex(*bytes);
    }
    return salt;
}

rule_levels levels_of(const proof_request& request) {
    rule_levels levels;
    for (const std::string& each : request.rules) {
        if (const std::string wrong = levels.set(each); !wrong.empty()) throw usage_error(wrong);
    }
    return levels;
}

void judge(const rule_levels& levels, const graph& history, diagnostics& found) {
    const allowances all = allowances_of(history);
    found.adjust([&](const diagnostic& each) -> std::optional<severity> {
        const auto own = all.find(each.where.file.get());
        const bool allowed =
            own != all.end() && std::any_of(own->second->begin(), own->second->end(),
                                            [&](const allowance& one) { return one.allowed == each.id; });
        return allowed ? std::nullopt : levels.judge(each.id, each.level);
    });
    std::unordered_set<const source_text*> migrations;
    for (const linked_revision& each : history.revisions)
        migrations.insert({each.from.file.get(), each.from.down.where.file.get()});
    found.advise([&](const diagnostic& each) {
        return migrations.contains(each.where.file.get()) ? way_out_of(each) : std::nullopt;
    });
}

void check_schema(const std::filesystem::path& path, const schema& yielded, const preparation& prepare,
                  diagnostics& found) {
    const auto file = read_schema_file(path, found);
    if (!file) return;
    if (const auto wanted = schema_of(file, prepare, found))
        report_differences(*wanted, yielded, schema_places(file), found);
}

std::vector<detail::digested_object>
prove_history(const proof_request& request, const std::filesystem::path& schema_file, const graph& history,
              const proof_watcher& watch, diagnostics& found, std::vector<std::filesystem::path>& inputs) {
    const rule_levels levels = levels_of(request);
    if (history.of != engine::sqlite) {
        prove_on_a_server(request, history, found);
        judge(levels, history, found);
        return {};
    }
    prove_options options;
    options.declared = names_of(request.provided);
    options.minimum_sqlite = minimum_of(request);
    options.statement_limit = limit_of(request, options.statement_limit);
    options.lists_released = request.lists_released;
    options.proves_chain = proves_chain(request);
    if (!request.baseline.empty() && !found.has_errors())
        options.released = released_of(history, request.baseline, found);
    if (watch) options.progress = [&](const proof_progress& now) { watch(history, now); };
    if (!request.fixtures.empty() && !std::filesystem::is_directory(request.fixtures))
        throw std::runtime_error(fmt::format("there is no directory {}\nCorrect --fixtures, or FIXTURES of "
                                             "add_migrations().",
                                             request.fixtures));
    if (!found.has_errors() && !request.fixtures.empty())
        options.rows = read_fixtures(request.fixtures, history, found, inputs);
    for (const std::string& each : options.declared.extensions)
        inputs.emplace_back(each);
    if (!schema_file.empty()) {
        inputs.push_back(schema_file);
        options.reached = [&](const schema& yielded) {
            check_schema(schema_file, yielded, preparation_of(request.provided), found);
        };
    }
    std::vector<detail::digested_object> objects;
    if (found.has_errors())
        prove_soundest(request, history, std::move(options), found);
    else
        objects = request.cache.empty() ? prove(history, options, found)
                                        : prove_with_cache(request, history, options, found);
    judge(levels, history, found);
    return objects;
}

} // namespace headway::compiler
