// sqlx: `NUMBER_name.sql`, or `NUMBER_name.up.sql` with `NUMBER_name.down.sql`, in the order of the numbers
// (https://github.com/launchbadge/sqlx).

#include "layouts/naming.hpp"
#include "layouts/sides.hpp"
#include "read/sha.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {
namespace sqlx {

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
    const auto is_so = [](const loaded_file& each) {
        return is_top_sql(each.name) && is_named_so(each.name);
    };
    return fit_if_all(all, is_so, is_sure ? fit::surely : fit::perhaps);
}

void read(tool_directory& all, diagnostics& found) {
    sided_steps steps("sqlx", found);
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
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
        const bool is_down = name.ends_with(".down.sql");
        steps.add_numbered(*each, !is_down,
                           is_down                     ? ".down.sql"
                           : name.ends_with(".up.sql") ? ".up.sql"
                                                       : ".sql");
    }
    steps.take(all.steps, has_transaction);
}

constexpr std::string_view bookkeeping =
    "SELECT version, success, lower(hex(checksum)) FROM main._sqlx_migrations ORDER BY version";

std::string fingerprint(const layout_step& of) {
    return sha_hex(of.up.file->bytes, 384);
}

} // namespace sqlx
} // namespace

const layout sqlx_layout{"sqlx", is_top_sql, sqlx::fits, sqlx::read, sqlx::bookkeeping, sqlx::fingerprint};

} // namespace headway::compiler
