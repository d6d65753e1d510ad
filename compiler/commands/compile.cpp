#include "commands/commands.hpp"

#include "emit/output.hpp"
#include "emit/render.hpp"
#include "link/lock.hpp"
#include "read/directory.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace headway {
namespace {

/// Writes what is emitted. The stamp comes last, and anew even if nothing has changed: it says when.
void write_outputs(const compile_request& request, const std::vector<emitted_file>& files,
                   std::span<const std::filesystem::path> inputs) {
    std::filesystem::create_directories(request.output);
    for (const emitted_file& file : files)
        write_if_changed(std::filesystem::path(request.output) / file.name, file.text);
    if (!request.depfile.empty())
        write_if_changed(
            request.depfile,
            render_depfile(request.depfile_target.empty() ? request.stamp : request.depfile_target, inputs));
    if (!request.stamp.empty()) touch(request.stamp);
}

} // namespace

int compile(const compile_request& request, std::FILE*, std::FILE* err) {
    diagnostics found;
    directory migrations = read_directory(request.directory, found);
    const graph history =
        link(std::move(migrations.sources), {request.multiple_heads, request.multiple_bases}, found);
    check_lock(history, migrations.lock, found);
    fmt::print(err, "{}", found.render());
    if (found.has_errors()) return 1;
    write_outputs(request, render(table(history, request.parts), request.name), migrations.inputs);
    return 0;
}

} // namespace headway
