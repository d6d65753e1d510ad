#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"
#include "prove/prove.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What a proof has reached behind the first `count` revisions, so that the next one can go on from there.
struct checkpoint {
    std::string image; ///< The database.
    bool has_rows;
    std::vector<findings> found; ///< Of those revisions.
};

/// Checkpoints as bytes. A file that a finding points into has to be as it was, to the byte: the checksum
/// that a revision goes by does not see its comments and blank lines, which move places.
class checkpoint_format {
public:
    checkpoint_format(const graph&, const fixtures&);

    [[nodiscard]] std::string write(const std::string& image, bool has_rows,
                                    const std::vector<findings>& found, std::uint32_t count) const;
    /// Empty if the bytes are damaged, or places in them no longer hold.
    [[nodiscard]] std::optional<checkpoint> read(std::string_view bytes, std::uint32_t count) const;

private:
    /// What a file is called in a checkpoint: by its revision. Empty for a file of none.
    [[nodiscard]] std::string name_of(const source_text&) const;
    [[nodiscard]] std::shared_ptr<const source_text> file_of(std::string_view name) const;
    [[nodiscard]] bool is_as_before(std::string_view file_line) const;
    [[nodiscard]] std::string write_place(const location&, std::set<std::string>& files) const;
    [[nodiscard]] location read_place(std::string_view text) const;

    const graph& history_;
    const fixtures& rows_;
};

} // namespace headway::compiler
