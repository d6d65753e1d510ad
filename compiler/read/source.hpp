#pragma once

#include "diagnostics/diagnostic.hpp"
#include "headway/history.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A name as the file spells it, and where.
struct spelled {
    std::string text;
    location where;
};

/// The `up` or `down` part of a migration: a span of the file, behind the marker line. Begins with a line,
/// and is without the blank lines and space around it.
struct section {
    location where;
    bool transaction = true; ///< False with `transaction:false`.
    location marker{};       ///< The line above that begins it; without a file where there is none.
    std::string behind{};    ///< What a program runs behind it, in the same transaction; may be empty.
    [[nodiscard]] std::string_view sql() const noexcept {
        return std::string_view(where.file->text).substr(where.begin, where.end - where.begin);
    }
};

/// `-- headway:allow <rule> <reason>`: this file may break a rule.
struct allowance {
    rule allowed;
    std::string reason;
};

/// What a migration in C++ has instead of sections of its own; those are its twin's, or empty.
struct cpp_functions {
    location upgrade;   ///< Its name.
    location downgrade; ///< The same, or `HEADWAY_IRREVERSIBLE`.
};

using checksum = std::array<std::uint64_t, 4>; ///< SHA-256, most significant word first.

/// One migration file, read and valid by itself.
struct source {
    std::shared_ptr<const source_text> file; ///< Another tool's down section may stand in one of its own.
    std::string file_name;                   ///< Below the directory.
    std::string down_file_name;              ///< The same of the down section's own file; empty without one.
    spelled id;
    std::string summary;     ///< First line of the description; may be empty.
    std::string description; ///< The whole of it, lines joined by LF.
    std::vector<spelled> revises;
    std::vector<spelled> depends_on;
    std::vector<spelled> labels;
    std::optional<spelled> compatible_with;
    std::optional<std::int64_t> created; ///< Microseconds since 1970 UTC.
    section up;
    section down;
    bool irreversible = false;
    std::optional<cpp_functions> code; ///< Of a migration in C++.
    std::vector<allowance> allowances;
    /// What `PRAGMA user_version` is where this is applied, for programs that know only that.
    std::optional<std::uint32_t> user_version;
    std::string booked;      ///< What another tool's bookkeeping calls it, where that is not the id.
    std::string fingerprint; ///< The checksum that such a tool keeps of it; empty if it keeps none.
    compiler::checksum checksum{};
    std::string of_engines; ///< All sections, where engines have their own; empty where one serves all.
};

/// Whether a file that breaks this rule is left out of the history, since it does not say what it would be
/// there.
[[nodiscard]] bool leaves_out(rule) noexcept;

/// Reads one file from its bytes. Pure: no disk. Empty if an error in them leaves the file out; what is wrong
/// is added to `found`, all of it in one go. `path` is for messages; its last component must match the
/// revision. Sections are those for the engine `wanted`.
[[nodiscard]] std::optional<source> read_source(std::string path, std::string_view bytes, diagnostics& found,
                                                engine wanted = engine::sqlite);

/// The same of a text that is normalised already. A migration in C++ may have a `twin`, which says in SQL
/// what it does to the schema.
[[nodiscard]] std::optional<source> read_source(std::shared_ptr<const source_text>, diagnostics& found,
                                                engine wanted = engine::sqlite,
                                                std::shared_ptr<const source_text> twin = nullptr);

/// SHA-256 over id, parents, dependencies, both sections and their options, or the tokens of C++; see
/// migrations/README.md for the exact bytes.
[[nodiscard]] checksum checksum_of(const source&);
/// What the lock file has of it: the same, or one over the sections of all engines where they have their own.
[[nodiscard]] checksum locked_checksum_of(const source&);
[[nodiscard]] std::string to_hex(const checksum&);

/// Microseconds since 1970 UTC of an ISO 8601 date, or date and time; without an offset it is UTC.
[[nodiscard]] std::optional<std::int64_t> parse_date(std::string_view text) noexcept;

/// A number that `PRAGMA user_version` can be, other than that of an empty database.
[[nodiscard]] std::optional<std::uint32_t> parse_user_version(std::string_view text) noexcept;

inline constexpr std::size_t longest_revision_id = 64;

/// True for what may name a revision: `[A-Za-z0-9_.]{1,64}`, and none of `head heads base current`.
[[nodiscard]] bool is_revision_id(std::string_view text) noexcept;

} // namespace headway::compiler
