#include "project/script.hpp"

#include "project/database.hpp"
#include "sqlite/offline.hpp"

#ifdef HEADWAY_HAS_POSTGRESQL
#include "postgresql/offline.hpp"
#endif

#include <stdexcept>

namespace headway::compiler {
namespace {

#ifndef HEADWAY_HAS_POSTGRESQL
[[noreturn]] void refuse_psql() {
    throw std::runtime_error("this headway was built without libpq, and writes no scripts for psql");
}
#endif

} // namespace

std::string script_of(const project& of, const detail::offline_start& start, const plan& todo,
                      const detail::step_heading& heading) {
    const options chosen = runtime_options(of.from);
    if (of.history.of == engine::sqlite)
        return detail::offline_script(of.packed(), start, todo, heading, chosen);
#ifdef HEADWAY_HAS_POSTGRESQL
    return detail::pg_offline_script(of.packed(), start, todo, heading, chosen);
#else
    refuse_psql();
#endif
}

std::string stamp_script_of(const project& of, const detail::offline_start& start, const plan& todo) {
    const options chosen = runtime_options(of.from);
    if (of.history.of == engine::sqlite) return detail::offline_stamp(of.packed(), start, todo, chosen);
#ifdef HEADWAY_HAS_POSTGRESQL
    return detail::pg_offline_stamp(of.packed(), start, todo, chosen);
#else
    refuse_psql();
#endif
}

} // namespace headway::compiler
