#include "apply/passed_over_script.hpp"

#include "plan/target.hpp"
#include "plan/walk.hpp"
#include "text.hpp"

namespace headway::detail {
namespace {

/// An id needs no escape.
std::string id_literal(const history& h, std::uint32_t revision) {
    return joined({"'", h.id(revision), "'"});
}

/// The ids of its parents, each between two spaces.
std::string parents_text(const history& h, std::uint32_t revision) {
    std::string text(1, ' ');
    for (const std::uint32_t parent : parents_of(h, revision, edge_kind::all)) {
        text += joined({h.id(parent), " "});
    }
    return text;
}

/// Rows of VALUES, on lines of a moderate length.
class value_lines {
public:
    void add(const std::string& row) {
        constexpr std::size_t most = 100;
        if (!text_.empty()) text_ += line_ + row.size() > most ? ",\n        " : ", ";
        line_ = line_ + row.size() > most ? row.size() : line_ + row.size() + 2;
        text_ += row;
    }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
    std::size_t line_ = 0;
};

} // namespace

/// Lines of another history are not read. The last of a revision counts. One whose parents the history does
/// not have is from before the history was written anew.
std::string count_passed_over(const history& h, const std::vector<std::string>& rows, const log_in_sql& log) {
    const std::vector<std::uint32_t> at = resolver(h).rows(rows);
    if (at.empty() || at.size() == h.count) return {};
    const revision_set implied = with_ancestors(h, set_of(h, at), edge_kind::all);
    value_lines history_rows;
    for (std::uint32_t revision = 0; revision < h.count; ++revision) {
        history_rows.add(joined({"(", id_literal(h, revision), ", '", parents_text(h, revision), "', ",
                                 implied[revision] != 0 ? "1)" : "0)"}));
    }
    value_lines begin;
    for (const std::uint32_t revision : at) {
        begin.add(joined({"(", id_literal(h, revision), ")"}));
    }
    return joined(
        {"WITH RECURSIVE history (revision, parents, implied) AS (VALUES\n        ", history_rows.text(),
         "),\n"
         "    line (revision, parents, applied) AS (SELECT revision,\n"
         "        ' ' || CASE parents WHEN '' THEN '' ELSE parents || ' ' END, operation <> 'downgrade'\n"
         "        FROM ",
         log.table, " WHERE sequence IN (SELECT max(sequence) FROM ", log.table, "\n            WHERE ",
         log.own_lines,
         " GROUP BY revision)),\n"
         "    moved (revision, parents) AS (SELECT revision, l.parents FROM line AS l JOIN history AS h\n"
         "        USING (revision) WHERE applied AND l.parents <> h.parents AND (SELECT count(*) FROM "
         "history "
         "AS p\n"
         "            WHERE ",
         log.position,
         "(l.parents, ' ' || p.revision || ' ') > 0) =\n"
         "            length(l.parents) - length(replace(l.parents, ' ', '')) - 1),\n"
         "    edge (revision, parent) AS (SELECT h.revision, p.revision FROM history AS h LEFT JOIN moved AS "
         "m\n"
         "        USING (revision) JOIN history AS p ON ",
         log.position,
         "(coalesce(m.parents, h.parents),\n            ' ' || p.revision || ' ') > 0),\n"
         "    walked (revision) AS (VALUES ",
         begin.text(),
         " UNION SELECT parent FROM walked JOIN edge USING (revision)),\n"
         "    known (revision) AS (SELECT revision FROM line WHERE applied UNION SELECT parent FROM walked\n"
         "        JOIN line USING (revision) JOIN edge USING (revision) WHERE applied\n"
         "        EXCEPT SELECT revision FROM line WHERE NOT applied)\n"
         "SELECT count(*) FROM history WHERE EXISTS (SELECT 1 FROM moved) AND CASE implied\n"
         "    WHEN 1 THEN revision NOT IN (SELECT revision FROM walked) AND\n"
         "        revision NOT IN (SELECT revision FROM line WHERE applied)\n"
         "    ELSE revision IN (SELECT revision FROM walked) AND revision IN (SELECT revision FROM known) "
         "END"});
}

} // namespace headway::detail
