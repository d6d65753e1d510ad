#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace headway {

/// The form of the tables: what the types below hold, and how texts are packed. A table of another form is an
/// error where it is compiled, and where it is given to a runtime that was not built from these headers.
inline constexpr std::uint32_t history_format = 4;

/// A kind of database.
enum class engine : std::uint32_t { sqlite = 1, postgresql = 2 };

/// What a table says it is. It comes first in every form but the first, which had none.
struct table_kind {
    std::uint32_t format;
    engine of; ///< Whose SQL the sections are.

    constexpr table_kind(std::uint32_t form, engine whose) noexcept : format(form), of(whose) {}
    /// The first form began with its texts.
    template <class Text>
    constexpr table_kind(const Text*) noexcept : table_kind(1, engine::sqlite) {
        static_assert(sizeof(Text) == 0, "the headway that wrote this file is of an older release than the "
                                         "runtime's headers: update that headway");
    }
};

/// Where a packed text begins: byte `offset` of chunk `chunk` of part `part`.
struct text_place {
    std::uint32_t part;
    std::uint32_t chunk;
    std::uint32_t offset;
};

/// One revision of a history: integers only, so that a table of them needs neither relocations nor
/// initialisation at start-up.
struct revision_row {
    /// `id\0 summary\0 file\0 labels\0 compatible with\0 booked\0 fingerprint\0 down file\0`; labels are
    /// separated by commas.
    text_place names;
    text_place sql;          ///< `up\0 down\0`
    std::uint32_t up_size;   ///< Bytes of the up section, without the NUL.
    std::uint32_t down_size; ///< Bytes of the down section, without the NUL.
    std::uint32_t up_line;   ///< Line of `file`, from 1, on which the up section begins.
    std::uint32_t down_line; ///< Line of `file`, from 1, on which the down section begins; 0 without one.
    std::uint32_t edges;     ///< First parent in `history::edges`: `revises` of them, then `depends_on`.
    std::uint32_t revises;
    std::uint32_t depends_on;
    std::uint32_t flags;       ///< A union of `revision_flag`.
    std::uint64_t checksum[4]; ///< SHA-256, most significant word first.
};

/// Another tool's bookkeeping, which a database without a version table may have.
struct adoption_row {
    /// `tool\0 query\0`: a SELECT of a step, of what became of it (`booked_state`) and of its checksum, which
    /// may be NULL; it cannot be prepared where there is no such table, or one of another tool.
    text_place texts;
};

/// An object of the schema that a history yields.
struct object_row {
    text_place name;      ///< Kind and name: `table user\0`
    std::uint64_t digest; ///< Of what its statement means.
};

struct history;
struct options;
struct step;
class migration;
namespace detail {
class connection;
struct installation;
/// Not to be called: how the image of a history gets into a database. False if a replay is due.
using image_installer = bool(connection&, const history&, const installation&);
image_installer install_image;
/// Not to be called: how the function of a step is run.
using code_runner = void(connection&, const history&, step, const options&);
code_runner run_code;
} // namespace detail

/// The database that all revisions of a history give, without Headway's own tables: what an empty database is
/// brought to in one write. Only of a history whose replay gives the same everywhere.
struct head_image {
    text_place place;          ///< Of its bytes, with runs of zeros left out.
    std::uint32_t packed_size; ///< Bytes there.
    std::uint32_t size;        ///< Bytes of the database.
    /// Named by a table with an image, so that a program without one does not carry the code; else null.
    detail::image_installer* install;
};

enum revision_flag : std::uint32_t {
    irreversible = 1,             ///< The down section is declared `irreversible`.
    up_without_transaction = 2,   ///< The up section is declared `transaction:false`.
    down_without_transaction = 4, ///< The down section is declared `transaction:false`.
    /// The revision is written in C++ (migration.hpp). Its sections say what it does to the schema; they are
    /// not run. The lines are those of its functions.
    in_code = 8,
};

/// A function of a revision that is written in C++.
using migration_function = void(migration&);

/// A revision that is written in C++. Its functions are the only pointers of a table but those to its texts.
struct code_row {
    std::uint32_t revision; ///< Its row.
    migration_function* upgrade;
    migration_function* downgrade; ///< Null if it is irreversible.
};

/// The revisions that are written in C++.
struct migration_code {
    const code_row* rows = nullptr; ///< Ascending.
    std::uint32_t count = 0;
    /// Named by a table that has any, so that a program without one does not carry the code; else null.
    detail::code_runner* run = nullptr;
};

/// The SQLite whose header a table was compiled with.
struct host_sqlite {
    const char* source_id = nullptr; ///< As SQLITE_SOURCE_ID; null if it is not known.
    /// Its library is linked statically: then it is of that very source, else it may be a newer one.
    bool is_static = false;
};

/// A history of revisions: a static table that `headway compile` emits, or one in memory that the command
/// line packs from the same directory. An aggregate of pointers to constant data; a view, copied at will.
///
/// Rows stand in topological order: every parent has a smaller index than its children. A text lies within
/// one chunk, or, if it is longer than `chunk_size`, begins at offset 0 and fills whole chunks of exactly
/// `chunk_size` bytes up to the last. No text crosses from one part into the next.
///
/// Immutable, therefore safe to use from any number of threads.
struct history {
    table_kind kind;
    const char* const* const* parts;
    const revision_row* rows;
    const std::uint32_t* edges; ///< Parents of all rows, as indexes of rows.
    const std::uint32_t* heads; ///< Rows that no `Revises` names, ascending.
    std::uint32_t count;        ///< Revisions.
    std::uint32_t head_count;
    std::uint32_t chunk_size;  ///< Bytes.
    const object_row* objects; ///< What there is at the heads, sorted; null if it is not known.
    std::uint32_t object_count;
    const adoption_row* adoptions; ///< Null if no database is taken over from another tool.
    std::uint32_t adoption_count;
    head_image image{};
    /// Patterns of names that are others' (`IGNORE`), each ending in a NUL; an empty one ends them.
    const char* ignored = "";
    /// Only of a history in a program: the command line has no functions.
    migration_code code{};
    host_sqlite sqlite{};

    /// The texts of row `index`. The views end in a NUL and live as long as the table.
    [[nodiscard]] std::string_view id(std::uint32_t index) const noexcept;
    [[nodiscard]] std::string_view summary(std::uint32_t index) const noexcept;
    [[nodiscard]] std::string_view file(std::uint32_t index) const noexcept;
    [[nodiscard]] std::string_view labels(std::uint32_t index) const noexcept;
    /// The revision of the oldest applications that can still work on a database with this one; may be empty.
    [[nodiscard]] std::string_view compatible_with(std::uint32_t index) const noexcept;
    /// What another tool's bookkeeping calls the revision.
    [[nodiscard]] std::string_view booked(std::uint32_t index) const noexcept;
    /// The checksum that such a tool keeps of it; empty if it keeps none.
    [[nodiscard]] std::string_view fingerprint(std::uint32_t index) const noexcept;
    /// The file of the down section.
    [[nodiscard]] std::string_view down_file(std::uint32_t index) const noexcept;
    /// The name and the query of adoption `index`.
    [[nodiscard]] std::string_view adopted_tool(std::uint32_t index) const noexcept;
    [[nodiscard]] std::string_view adoption_query(std::uint32_t index) const noexcept;
    /// The kind and name of object `index`.
    [[nodiscard]] std::string_view object(std::uint32_t index) const noexcept;
};

/// A history whose SQL is PostgreSQL's. A type of its own, so that what runs the SQL of one engine on a
/// database of the other does not compile.
struct postgresql_history {
    history of;
};

/// A section of SQL. Short ones are views into the table; one that spans chunks is assembled in `storage`,
/// which must outlive the result. Ends in a NUL. Throws std::bad_alloc.
[[nodiscard]] std::string_view up_sql(const history&, std::uint32_t index, std::string& storage);
[[nodiscard]] std::string_view down_sql(const history&, std::uint32_t index, std::string& storage);

/// The bytes of the image, with runs of zeros left out, as the sections above.
[[nodiscard]] std::string_view packed_image(const history&, std::string& storage);

/// The checksum of row `index` as 64 hexadecimal digits.
[[nodiscard]] std::string checksum_text(const history&, std::uint32_t index);

} // namespace headway
