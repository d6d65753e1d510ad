// Refinery: `V1__name.sql`, and `U1__name.sql` for steps that may come late, anywhere below the directory, in
// the order of the numbers (https://github.com/rust-db/refinery).

#include "layouts/fingerprint.hpp"
#include "layouts/naming.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {
namespace refinery {

bool takes(std::string_view name) {
    return name.ends_with(".sql");
}

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c < 0;
    });
}

/// `V1__name.sql` as 1 and name; empty if it is no such name.
struct name_parts {
    std::string_view digits{};
    std::string_view slug{};
};
name_parts split(std::string_view name) {
    const std::string_view leaf = leaf_of(name);
    if (leaf.empty() || (leaf[0] != 'V' && leaf[0] != 'U')) return {};
    const std::string_view digits = leading_digits(leaf.substr(1));
    const std::string_view rest = leaf.substr(1 + digits.size());
    if (digits.empty() || !rest.starts_with("__") || !rest.ends_with(".sql")) return {};
    const std::string_view slug = rest.substr(2, rest.size() - 6);
    return is_word(slug) ? name_parts{digits, slug} : name_parts{};
}

std::optional<layout_step> in_code(std::string_view name) {
    const std::string as_sql = std::string(stem_of_file(leaf_of(name))) + ".sql";
    const name_parts parts = split(as_sql);
    if (language_of(name) != "Rust" || parts.digits.empty()) return std::nullopt;
    return layout_step{plain_number(parts.digits), sortable_number(parts.digits), words_of_slug(parts.slug)};
}

/// Flyway has this form too.
fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) { return !split(each.name).digits.empty(); };
    return fit_if_all(all, is_so, fit::perhaps);
}

void read(tool_directory& all, diagnostics& found) {
    for (const loaded_file* each : all.files) {
        const name_parts parts = split(each->name);
        if (parts.digits.empty()) {
            warn_passed_over(
                found, *each,
                "refinery passes over this file: it takes 'V1__name.sql' and 'U1__name.sql', the "
                "name of letters, digits and '_'");
            continue;
        }
        all.steps.push_back({plain_number(parts.digits),
                             sortable_number(parts.digits),
                             words_of_slug(parts.slug),
                             whole(*each),
                             {}});
    }
}

constexpr std::string_view bookkeeping = "SELECT version, 1, checksum FROM main.refinery_schema_history "
                                         "WHERE applied_on IS NOT NULL ORDER BY version";

std::string fingerprint(const layout_step& of) {
    return refinery_checksum(split(of.up.file->name).slug, of.version, of.up.file->bytes);
}

} // namespace refinery
} // namespace

const layout refinery_layout{"refinery",
                             refinery::takes,
                             refinery::fits,
                             refinery::read,
                             refinery::bookkeeping,
                             refinery::fingerprint,
                             {},
                             refinery::in_code};

} // namespace headway::compiler
