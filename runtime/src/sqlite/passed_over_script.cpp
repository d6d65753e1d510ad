#include "sqlite/passed_over_script.hpp"

#include "plan/target.hpp"
#include "plan/walk.hpp"
#include "sqlite/statement.hpp"
#include "text.hpp"

namespace headway::detail {
namespace {

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

/// Lines of another history are not read. The last of a revision counts, unless it was taken back. One whose
/// parents the history does not have is from before the history was written anew.
std::string refuse_passed_over(const history& h, const std::vector<std::string>& rows,
                               std::string_view version_table) {
    const std::vector<std::uint32_t> at = resolver(h).rows(rows);
    const std::vector<std::uint32_t> implied = members_of(with_ancestors(h, set_of(h, at), edge_kind::all));
    if (implied.size() == at.size()) return {};
    value_lines history_rows;
    for (const std::uint32_t revision : implied) {
        history_rows.add(
            joined({"(", literal(h.id(revision)), ", ", literal(parents_text(h, revision)), ")"}));
    }
    value_lines begin;
    for (const std::uint32_t revision : at) {
        begin.add(joined({"(", literal(h.id(revision)), ")"}));
    }
    return joined(
        {"-- Fails if the log says that revisions were passed over.\n"
         "CREATE TEMP TABLE headway_check (passed_over CONSTRAINT ",
         quoted("revisions were passed over: headway upgrade names them, and says what to do"),
         " CHECK (passed_over = 0));\n"
         "WITH RECURSIVE history (revision, parents) AS (VALUES ",
         history_rows.text(),
         "),\n"
         "    line (revision, parents) AS (SELECT revision, ' ' || iif(parents = '', '', parents || ' ')\n"
         "        FROM main.headway_log WHERE operation <> 'downgrade' AND sequence IN (SELECT "
         "max(sequence)\n"
         "            FROM main.headway_log WHERE version_table IS NULL OR version_table = ",
         literal(version_table),
         " COLLATE NOCASE\n"
         "            GROUP BY revision)),\n"
         "    moved (revision, parents) AS (SELECT revision, l.parents FROM line AS l JOIN history AS h\n"
         "        USING (revision) WHERE l.parents <> h.parents AND (SELECT count(*) FROM history AS p\n"
         "            WHERE instr(l.parents, ' ' || p.revision || ' ')) =\n"
         "            length(l.parents) - length(replace(l.parents, ' ', '')) - 1),\n"
         "    walked (revision) AS (VALUES ",
         begin.text(),
         " UNION SELECT p.revision FROM walked\n"
         "        JOIN history AS h USING (revision) LEFT JOIN moved AS m USING (revision) JOIN history AS "
         "p\n"
         "        ON instr(coalesce(m.parents, h.parents), ' ' || p.revision || ' '))\n"
         "INSERT INTO temp.headway_check SELECT count(*) FROM history WHERE EXISTS (SELECT 1 FROM moved)\n"
         "    AND revision NOT IN (SELECT revision FROM walked) AND revision NOT IN (SELECT revision FROM "
         "line);\n"
         "DROP TABLE temp.headway_check;\n"});
}

} // namespace headway::detail
