// What `headway compile` does besides the proof, which has a benchmark of its own:
//   emit_bench DIRECTORY NAME OUTPUT PARTS

#include "emit/output.hpp"
#include "emit/render.hpp"
#include "layouts/migrations.hpp"
#include "link/lock.hpp"

#include <cstdlib>
#include <filesystem>

int main(int count, char** arguments) {
    using namespace headway;
    using namespace headway::compiler;
    if (count != 5) return 2;
    diagnostics found;
    auto [migrations, tools, adoptions] = read_migrations(arguments[1], {}, found);
    const graph history = link(std::move(migrations.sources), {}, found);
    check_lock(history, migrations.lock, found);
    if (found.has_errors()) return 1;
    const table packed(history, static_cast<std::uint32_t>(std::atoi(arguments[4])), {}, adoptions);
    for (const emitted_file& file : render(packed, arguments[2]))
        write_if_changed(std::filesystem::path(arguments[3]) / file.name, file.text);
    return 0;
}
