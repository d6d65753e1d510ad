#include "prove/resume.hpp"

#include "read/sha.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// All that a proof depends on but the revisions.
std::string first_key(const prove_options& options) {
    std::string text = fmt::format("proof 8 headway {} sqlite {} minimum {} {}\n", HEADWAY_VERSION,
                                   sqlite3_sourceid(), options.minimum_sqlite, options.cache.salt);
    for (const declared_function& each : options.declared.functions)
        text += fmt::format("function {}/{}\n", each.name, each.arity);
    for (const std::string& each : options.declared.collations)
        text += fmt::format("collation {}\n", each);
    for (const std::string& each : options.declared.tokenizers)
        text += fmt::format("tokenizer {}\n", each);
    for (const std::string& each : options.declared.extensions)
        text += fmt::format("extension {}\n", each);
    return sha_hex(text);
}

} // namespace

std::vector<std::string> proof_keys(const graph& history, const prove_options& options) {
    std::vector<std::string> keys{first_key(options)};
    keys.reserve(history.revisions.size() + 1);
    for (std::size_t index = 0; index < history.revisions.size(); ++index) {
        std::string text = keys.back() + to_hex(history.revisions[index].from.checksum);
        const source& from = history.revisions[index].from;
        if (from.code) text.append(from.up.sql()).append(1, '\0').append(from.down.sql()); // its twin's
        if (!options.rows.empty() && options.rows[index]) text += options.rows[index]->sql();
        if (!options.released.empty() && options.released[index]) text += "released";
        keys.push_back(sha_hex(text));
    }
    return keys;
}

std::vector<std::uint32_t> choose_checkpoints(std::uint32_t count) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t distance = 0; distance < count; distance = 2 * distance + 1)
        chosen.push_back(count - distance);
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace headway::compiler
