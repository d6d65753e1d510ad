#pragma once

#include "headway/history.hpp"
#include "layouts/adoption.hpp"
#include "link/graph.hpp"
#include "sqlite/schema_digest.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace headway::compiler {

/// The database at the heads, as runtime/src/sqlite/image.hpp packs it; none if it is empty.
struct built_image {
    std::string packed;
    std::uint32_t size = 0; ///< Bytes of the database.
};

/// A history packed the way the emitted table packs it, owning its texts.
///
/// The names come first, in chunks of their own, so that looking up ids touches few pages; SQL follows.
class table {
public:
    /// Packs `from` into `parts` parts of about the same size (at least 1). Each part has at least one chunk,
    /// which may be empty. `objects` are those of the schema at the heads, or none if it is not known.
    /// `ignored` are patterns of names; `adoptions` say which databases of other tools are taken over.
    table(const graph& from, std::uint32_t parts, const std::vector<detail::digested_object>& objects = {},
          const std::vector<adoption>& adoptions = {}, const built_image& image = {},
          const std::vector<std::string>& ignored = {});
    table(const table&) = delete;
    table& operator=(const table&) = delete;

    /// The history over this table; valid as long as the table lives.
    [[nodiscard]] history view() const noexcept;
    [[nodiscard]] const std::vector<std::vector<std::string>>& parts() const noexcept { return parts_; }

private:
    std::vector<std::vector<std::string>> parts_; ///< Chunks of each part.
    std::vector<std::vector<const char*>> chunk_pointers_;
    std::vector<const char* const*> part_pointers_;
    engine of_;
    std::vector<revision_row> rows_;
    std::vector<std::uint32_t> edges_;
    std::vector<std::uint32_t> heads_;
    std::vector<object_row> objects_;
    head_image image_{};
    std::string ignored_;
    std::vector<adoption_row> adoptions_;
};

/// The most bytes a chunk holds: MSVC refuses string literals of 64 KiB and more.
inline constexpr std::uint32_t chunk_size = 60'000;

/// Longer summaries are cut: with the other names of its revision a summary lies in one chunk.
inline constexpr std::uint32_t summary_size = 1'000;

} // namespace headway::compiler
