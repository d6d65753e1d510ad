#include "commands/over_project.hpp"

#include <fmt/format.h>

namespace headway::compiler {

work over_project(const settings_flags& where, project_work perform) {
    return [&where, perform = std::move(perform)](const shell& io) {
        project loaded = load({.from = find_project(where)});
        if (!loaded.found.has_errors()) return perform(std::move(loaded), io);
        fmt::print(io.err, "{}", loaded.found.render());
        return 1;
    };
}

} // namespace headway::compiler
