// sqlx: `NUMBER_name.sql`, or `NUMBER_name.up.sql` with `NUMBER_name.down.sql`, in the order of the numbers
// (https://github.com/launchbadge/sqlx).

#include "layouts/fingerprint.hpp"
#include "layouts/naming.hpp"
#include "layouts/sides.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

bool takes(std::string_view name) {
    return name.find('/') == name.npos && name.ends_with(".sql");
}

bool is_named_so(std::string_view name) {
    const std::string_view digits = leading_digits(name);
    return !digits.empty() && name[digits.size()] == '_';
}

bool has_transaction(const loaded_file& file) {
    return !file.text->text.starts_with("-- no-transaction");
}

/// golang-migrate has the form of two sides too, and a hand-written runner that of small numbers.
fit fits(const tool_directory& all) {
    const bool is_sure = std::any_of(all.files.begin(), all.files.end(),
                                     [](const loaded_file* each) { return !has_transaction(*each); });
    const auto is_so = [](const loaded_file& each) { return takes(each.name) && is_named_so(each.name); };
    return fit_if_all(all, is_so, is_sure ? fit::surely : fit::perhaps);
}

void read(tool_directory& all, diagnostics& found) {
    sided_steps steps("sqlx", found);
    for (const loaded_file* each : all.files) {
        if (!takes(each->name)) continue;
        const std::string_view name = each->name;
        if (name.find('_') == name.npos) {
            warn_passed_over(found, *each, "sqlx passes over this file: it takes 'NUMBER_name.sql'");
            continue;
        }
        if (!is_named_so(name)) {
            refuse(found, *each,
                   "sqlx cannot parse the name of this file: a number stands before the first '_'");
            continue;
        }
        const std::string_view digits = leading_digits(name);
        const bool is_down = name.ends_with(".down.sql");
        const std::size_t ending = is_down ? 9 : name.ends_with(".up.sql") ? 7 : 4;
        steps.add(*each, !is_down, plain_number(digits), sortable_number(digits),
                  words_of_slug(name.substr(digits.size(), name.size() - digits.size() - ending)));
    }
    steps.take(all.steps, has_transaction);
}

constexpr std::string_view bookkeeping =
    "SELECT version, success, lower(hex(checksum)) FROM main._sqlx_migrations ORDER BY version";

std::string fingerprint(const step& of) {
    return sha_hex(of.up.file->bytes, 384);
}

} // namespace

const layout sqlx_layout{"sqlx", takes, fits, read, bookkeeping, fingerprint};

} // namespace headway::compiler
