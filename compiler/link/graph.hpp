#pragma once

#include "read/source.hpp"

#include <cstdint>
#include <vector>

namespace headway::compiler {

/// A revision in its place in the order. Parents are indexes of smaller value, as the file names them,
/// redundant ones left out.
struct linked_revision {
    source from;
    std::vector<std::uint32_t> revises;
    std::vector<std::uint32_t> depends_on;
};

/// The history as a graph: topological order, ties broken by create date (none sorts first), then id.
struct graph {
    std::vector<linked_revision> revisions;
    std::vector<std::uint32_t> heads; ///< Revisions that no `Revises` names, ascending.
    std::vector<std::uint32_t> bases; ///< Revisions that revise nothing, ascending.
    engine of = engine::sqlite;       ///< Whose SQL the sections are.
    bool complete = true;             ///< False if files are missing since they could not be read.
};

struct link_options {
    bool multiple_heads = false; ///< Permit more than one head.
    bool multiple_bases = false; ///< Permit more than one base.
};

/// Joins the sources into one history. Pure; linear in revisions plus edges but for sorting the sources and
/// for what link/implied.hpp says of merge points; the result and the diagnostics are the same for any order
/// of `sources`.
///
/// `found` holds what the reader has found. With errors in it that leave files out, parents and heads that
/// may be in those are not judged. With errors in it afterwards the graph holds what could be linked, and
/// must not be emitted.
[[nodiscard]] graph link(std::vector<source> sources, link_options, diagnostics& found);

} // namespace headway::compiler
