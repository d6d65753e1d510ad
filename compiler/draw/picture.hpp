#pragma once

#include "link/graph.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// What is drawn: a history, and where a database is in it.
struct picture {
    const graph& history;
    std::vector<std::uint32_t> current{}; ///< The rows of the database's version table.
    bool has_database = false;            ///< If false, nothing is marked as applied or pending.
    std::string title = "Migrations";     ///< Of the documents.
};

/// What a revision is to the others and to the database.
struct revision_marks {
    bool head = false;         ///< Nothing revises it.
    bool branch_point = false; ///< Several revise it.
    bool merge_point = false;  ///< It revises several.
    bool current = false;
    bool applied = false; ///< It is current or what is current descends from it.
};
/// Of every revision of the picture. Linear.
[[nodiscard]] std::vector<revision_marks> marks_of(const picture&);

/// `head`, `current`, `branchpoint`, `mergepoint`: Alembic's words for those that hold.
[[nodiscard]] std::vector<std::string_view> words_of(const revision_marks&);

/// `2025-06-02 09:30`, in UTC; empty if the file has no date.
[[nodiscard]] std::string date_of(const source&);

/// How the terminal shows a picture.
struct text_style {
    bool colour = false;
    bool unicode = true; ///< Lines and dots; ASCII otherwise.
};

/// The picture in each format. Pure and deterministic; everything that comes from files is escaped.
[[nodiscard]] std::string draw_text(const picture&, text_style);
[[nodiscard]] std::string draw_dot(const picture&);
[[nodiscard]] std::string draw_mermaid(const picture&);
/// These stand alone: no part of them is loaded from elsewhere.
[[nodiscard]] std::string draw_svg(const picture&);
[[nodiscard]] std::string draw_html(const picture&);

} // namespace headway::compiler
