#include "prove/resume.hpp"

#include "read/sha.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace headway::compiler {
namespace {

/// All that a proof depends on but the revisions.
std::string first_key(const prove_options& options) {
    std::string text = fmt::format("proof 7 headway {} sqlite {} minimum {} {}\n", HEADWAY_VERSION,
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

std::vector<bool> find_resumable(std::uint32_t count, const std::vector<merge_point>& merges) {
    std::vector<bool> resumable(count + 1, true);
    for (const merge_point& each : merges) {
        for (std::uint32_t at = each.first + 1; at <= each.revision; ++at)
            resumable[at] = false;
    }
    return resumable;
}

std::vector<std::uint32_t> choose_checkpoints(const std::vector<bool>& resumable) {
    const auto end = static_cast<std::uint32_t>(resumable.size() - 1);
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t distance = 0; distance < end; distance = 2 * distance + 1) {
        std::uint32_t at = end - distance;
        while (at > 0 && !resumable[at])
            --at;
        if (at > 0 && (chosen.empty() || chosen.back() != at)) chosen.push_back(at);
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace headway::compiler
