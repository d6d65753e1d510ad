#pragma once

#include "link/graph.hpp"
#include "prove/finding.hpp"
#include "prove/prove.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway {

/// What a proof has reached behind the first `count` revisions, so that the next one can go on from there.
struct checkpoint {
    std::string image; ///< The database.
    bool has_rows;
    std::vector<findings> found; ///< Of those revisions.
};

/// Checkpoints as bytes. Places are written relative to their section, so that a header may be edited.
class checkpoint_format {
public:
    checkpoint_format(const graph&, const fixtures&);

    [[nodiscard]] std::string write(const std::string& image, bool has_rows,
                                    const std::vector<findings>& found, std::uint32_t count) const;
    /// Empty if the bytes are damaged.
    [[nodiscard]] std::optional<checkpoint> read(std::string_view bytes, std::uint32_t count) const;

private:
    [[nodiscard]] std::string write_place(const location&) const;
    [[nodiscard]] location read_place(std::string_view text) const;

    const graph& history_;
    const fixtures& rows_;
};

/// SHA-256 as hexadecimal digits.
[[nodiscard]] std::string digest_of(std::string_view bytes);

} // namespace headway
