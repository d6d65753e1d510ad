#pragma once

#include "sql/normalise.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// An object of a schema, such as `table user`, and what its statement means.
struct digested_object {
    std::string name; ///< Kind and name.
    std::string sql;  ///< Empty if only the digest is known.
    std::uint64_t digest;
    std::string table{};         ///< That it is or belongs to, if that is known.
    bool may_be_modules = false; ///< It is named as what the module of a virtual table keeps for it.
};

/// A digest of the tokens of an object's statement: space, comments, quotes around names and the case of
/// names and keywords make no difference; everything else does. `kind_and_name` says what it is.
[[nodiscard]] std::uint64_t digest_of(std::string_view kind_and_name, std::string_view sql);
/// The same of a statement that is normalised already.
[[nodiscard]] std::uint64_t digest_of(const lexemes& statement);

/// Where two statements of one object part: `integer , b text` instead of `integer )`, each in backquotes.
[[nodiscard]] std::string where_they_part(std::string_view kind_and_name, std::string_view due,
                                          std::string_view live);

/// The objects of the schema `main` in the order of `comes_before`, without those of SQLite, of virtual
/// tables, of the version table and of the log. Throws headway::error.
[[nodiscard]] std::vector<digested_object> read_objects(sqlite3*, std::string_view version_table);

/// A digest of all of them.
[[nodiscard]] std::uint64_t digest_of(const std::vector<digested_object>&);

/// The order of objects: by kind and name, whatever the case of letters.
[[nodiscard]] bool comes_before(std::string_view left, std::string_view right) noexcept;

} // namespace headway::detail
