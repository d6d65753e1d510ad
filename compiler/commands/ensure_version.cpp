#include "apply/session.hpp"
#include "commands/arguments.hpp"
#include "diagnostics/shown.hpp"
#include "project/opened_database.hpp"
#include "project/project.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <memory>

namespace headway::compiler {
using namespace detail;
namespace {

int ensure_version(const settings& from, const shell& io) {
    const std::unique_ptr<opened_database> database = open_any(from, access::create);
    const options chosen = runtime_options(from);
    const std::unique_ptr<connection> to = database->connect(chosen);
    const session open(*to);
    to->lock();
    to->create_version_table();
    to->commit();
    fmt::print(io.out, "{} has the table {}\n", shown(from.database), shown(from.version_table));
    return 0;
}

work declare_ensure_version(arguments& add) {
    const auto where = std::make_shared<settings_flags>();
    add.project(*where);
    add.database(*where);
    return [where](const shell& io) { return ensure_version(find_settings(*where), io); };
}

constexpr example ensure_version_examples[] = {
    {"headway ensure_version --database app.db", "Make the table before a program that may not"},
};

} // namespace

const verb ensure_version_verb{
    {"ensure_version", "Create the version table if it is not there yet", "", ensure_version_examples},
    declare_ensure_version};

} // namespace headway::compiler
