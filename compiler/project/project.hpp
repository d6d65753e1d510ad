#pragma once

#include "emit/table.hpp"
#include "headway/headway.hpp"
#include "layouts/layout.hpp"
#include "project/proof.hpp"
#include "project/settings.hpp"

#include <cstdint>
#include <memory>

namespace headway::compiler {

/// A directory of migrations with what is known about it.
class project {
public:
    settings from{};
    graph history;
    std::vector<const layout*> layouts;           ///< Whose its directory is; nothing if it is Headway's own.
    std::vector<adoption> adoptions;              ///< How databases of other tools are taken over.
    std::shared_ptr<const source_text> lock;      ///< Null without a lock file.
    diagnostics found;                            ///< What is wrong with it.
    std::vector<std::filesystem::path> inputs;    ///< All that was read.
    std::vector<detail::digested_object> objects; ///< Of the schema at the heads, as far as it is proven.
    built_image image;                            ///< Of the database at the heads, if it was asked for.

    /// The history as the planner takes it; packed when this is first called. Good as long as the project
    /// lives, wherever it is moved to. Not for several threads at once.
    [[nodiscard]] const headway::history& packed() const;

private:
    struct packing;
    mutable std::shared_ptr<const packing> packed_;
};

/// What is asked of load().
struct load_request {
    settings from{};
    /// Whether several heads or bases are permitted is the build's business.
    link_options permitted{.multiple_heads = true, .multiple_bases = true};
    bool is_locked = false;               ///< The history has to be what its lock file says.
    const proof_request* proof = nullptr; ///< Null if nothing is to be proven.
    /// The most bytes of an image of what is proven; 0 if none is wanted.
    std::uint32_t image_limit = 0;
    proof_watcher watch{};
};

/// Where the project is. Throws std::runtime_error unless there is a directory of migrations.
[[nodiscard]] settings find_project(const settings_flags&);

/// The one way from a directory to a history: reads it, links it, compares it with its lock file and proves
/// it, as far as that is asked for. Mistakes in the files are in `project::found`; with errors there the
/// history holds what could be linked, and must not be emitted or planned with. Throws what
/// read_directory() and prove_history() throw.
[[nodiscard]] project load(const load_request&);

/// What the runtime is told; views into `from`.
[[nodiscard]] options runtime_options(const settings& from);

} // namespace headway::compiler
