#pragma once

#include "headway/history.hpp"
#include "project/toml.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// What the command line says about the project; empty where it says nothing.
struct settings_flags {
    std::string config;
    std::string directory;
    std::optional<std::string> database; ///< Empty where there is to be none.
    std::string version_table;
    std::string schema;
    std::vector<std::string> ignore{}; ///< Besides those of the file.
    std::string layout{};
    std::string engine{};
};

/// What the environment says; empty where it says nothing.
struct environment {
    std::string directory; ///< HEADWAY_DIRECTORY
    std::string database;  ///< HEADWAY_DATABASE
};

/// A `headway.toml`, with the names of paths as they stand in it.
struct config_file {
    std::filesystem::path path;
    std::vector<setting> values;
};

/// Where the project is.
struct settings {
    std::filesystem::path directory = "migrations";
    headway::engine of = headway::engine::sqlite; ///< Whose SQL the migrations are.
    std::string database;                         ///< As database_name reads it; empty if nobody names one.
    std::string
        server{};       ///< The URL of a PostgreSQL server; `database` is then the same without its password.
    std::string layout; ///< Whose migrations they are; empty to find that out.
    std::filesystem::path schema; ///< The schema as the application wants it; empty if nobody names one.
    /// Tools whose databases are taken over, besides that of the layout; `schema` for those that are known by
    /// their schema.
    std::vector<std::string> adopt{};
    std::string adopt_query; ///< What a hand-made bookkeeping says is applied; empty if there is none.
    std::string baseline;    ///< The last revision that is released as it is; empty if nobody names one.
    bool keep_user_version = false;       ///< Whether `PRAGMA user_version` goes along.
    std::vector<std::string> variables{}; ///< `name=value` of placeholders in another tool's files.
    std::vector<std::string> pattern{};   ///< Of the names of numbered files: of ups, and of downs if any.
    bool proves_chain = false;            ///< Whether down sections are proven as one chain.
    std::string version_table = "alembic_version";
    bool log = true;
    std::vector<std::string> ignore{};     ///< Patterns of names that are others'.
    std::vector<std::string> tokenizers{}; ///< Of full-text search, that the application registers.
    std::filesystem::path config;          ///< The file that was read; empty without one.

    [[nodiscard]] bool adopts_by_schema() const;
};

/// The engine of a name. Throws usage_error unless there is one.
[[nodiscard]] engine parse_engine(const std::string& name);

/// Throws usage_error unless there is such a layout.
void require_layout(const std::string& name);
/// The same for what databases are taken over by: a layout, or `schema`.
void require_adoption(const std::string& name);

/// Flags before the environment before the file; paths of the file are relative to it. Pure. Throws
/// std::runtime_error for a key that means nothing, or a value that its key does not take.
[[nodiscard]] settings merge_settings(const settings_flags&, const environment&,
                                      const std::optional<config_file>&);

/// Finds `headway.toml` in the working directory or above, reads it and the environment, and merges.
[[nodiscard]] settings find_settings(const settings_flags&);

} // namespace headway::compiler
