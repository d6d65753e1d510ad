#pragma once

#include "emit/table.hpp"
#include "project/proof.hpp"

#include <cstdint>

namespace headway::compiler {

/// The most bytes of an image, without its zeros, unless a project says otherwise.
inline constexpr std::uint32_t default_image_limit = 1'048'576;

/// The image of a proven history, made once for all builds between which nothing changes that it depends on.
/// What stands in its way, and an image that is larger than `limit`, is added to `found` and judged as the
/// project judges it. Throws as prove_history().
[[nodiscard]] built_image image_of(const proof_request&, const graph&, std::uint32_t limit,
                                   diagnostics& found);

} // namespace headway::compiler
