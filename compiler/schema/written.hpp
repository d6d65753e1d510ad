#pragma once

#include "schema/schema.hpp"
#include "sql/statement.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A statement of a schema's text that creates an object, with the comments around it.
struct written_object {
    object_kind kind;
    std::string name;
    script_span statement;
    std::string above;  ///< Comment lines directly above, each with its LF, without hints.
    std::string behind; ///< A comment behind the semicolon on its line, unless it is a hint.
};

/// A comment in a schema's text, and what it stands with.
struct remark {
    static constexpr std::size_t nothing = static_cast<std::size_t>(-1);
    std::size_t begin; ///< In the text.
    std::string_view text;
    std::size_t object = nothing; ///< Index in `written::objects`.
    std::string column;           ///< Empty if it stands with the object itself.
    bool on_constraint = false;
};

/// What the text of a schema says besides what SQLite keeps of it.
struct written {
    std::vector<written_object> objects;
    std::vector<remark> remarks;
};
/// `statements` are all of the text's, in order. The remarks point into `text`.
[[nodiscard]] written read_written(std::string_view text, const std::vector<script_span>& statements);

/// The text of a comment without its dashes or `/* */`, trimmed.
[[nodiscard]] std::string_view comment_words(std::string_view comment) noexcept;
/// Whether a comment speaks to Headway: its words begin with `@renamed` or `@backfill`.
[[nodiscard]] bool is_hint(std::string_view comment) noexcept;

} // namespace headway::compiler
