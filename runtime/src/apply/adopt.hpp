#pragma once

#include "apply/connection.hpp"
#include "apply/passed_over.hpp"
#include "headway/history.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// Where a database is that another tool has kept so far.
struct adopted {
    std::string_view tool{};                ///< Empty if no tool's bookkeeping says that anything is applied.
    std::vector<std::string> rows{};        ///< What the version table is to hold, sorted.
    std::vector<std::uint32_t> revisions{}; ///< Those that are applied, ascending.
    passed_over denied{};                   ///< What the rows imply and the tool never ran.
    explicit operator bool() const noexcept { return !tool.empty(); }
};

/// Whether a database without rows may be taken over.
[[nodiscard]] bool may_adopt(const history&, const options&) noexcept;

/// Reads the bookkeeping of the tools that the history takes over from. Nothing is asked of a database that
/// has a version table, which is to be without rows and was read just now. Where no tool's says anything,
/// `options::unstamped` does, and otherwise it looks whether that is so. Throws `error_code::half_done` for a
/// step that failed, `unknown_revision` for one that the history does not have, `edited` where a checksum
/// differs, and what the recogniser throws.
[[nodiscard]] adopted read_adopted(connection&, const history&, const options&);

/// The tool of an adoption whose text is no query: digests of the schemas of revisions in their order, in
/// `digest_digits` hexadecimal digits each. A longer history has several.
inline constexpr std::string_view schema_tool = "its schema";
inline constexpr std::size_t digest_digits = 16;

/// Throws `error_code::passed_over` for steps that are missing below others; there are some.
[[noreturn]] void refuse_missing(const history&, const adopted&);

/// Writes the rows, and the log if one is kept, into the transaction that is open.
void write_adopted(connection&, const history&, const adopted&, bool log);

} // namespace headway::detail
