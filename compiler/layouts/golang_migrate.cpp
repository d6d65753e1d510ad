// golang-migrate: `NUMBER_name.up.sql` and `NUMBER_name.down.sql`, in the order of the numbers
// (https://github.com/golang-migrate/migrate).

#include "layouts/naming.hpp"
#include "layouts/sides.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {
namespace golang_migrate {

bool is_named_so(std::string_view name) {
    const std::string_view digits = leading_digits(name);
    return !digits.empty() && name[digits.size()] == '_' &&
           (name.ends_with(".up.sql") || name.ends_with(".down.sql"));
}

/// sqlx has this form too.
fit fits(const tool_directory& all) {
    const auto is_so = [](const loaded_file& each) {
        return is_top_sql(each.name) && is_named_so(each.name) &&
               !each.text->text.starts_with("-- no-transaction");
    };
    return fit_if_all(all, is_so, fit::perhaps);
}

void read(tool_directory& all, diagnostics& found) {
    sided_steps steps("golang-migrate", found);
    for (const loaded_file* each : all.files) {
        if (!is_top_sql(each->name)) continue;
        if (!is_named_so(each->name)) {
            warn_passed_over(found, *each,
                             "golang-migrate passes over this file: it takes 'NUMBER_name.up.sql' and "
                             "'NUMBER_name.down.sql'");
            continue;
        }
        const bool is_up = each->name.ends_with(".up.sql");
        steps.add_numbered(*each, is_up, is_up ? ".up.sql" : ".down.sql");
    }
    steps.take(all.steps, nullptr, false); // it has nothing to do where a file is not there
}

/// One row says how far it is.
constexpr std::string_view bookkeeping =
    "SELECT version, CASE WHEN dirty THEN 0 ELSE 2 END, NULL FROM main.schema_migrations WHERE version >= 0";

} // namespace golang_migrate
} // namespace

const layout golang_migrate_layout{
    "golang-migrate", is_top_sql, golang_migrate::fits, golang_migrate::read, golang_migrate::bookkeeping,
    nullptr};

} // namespace headway::compiler
