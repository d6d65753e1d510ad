#include "server/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace headway::compiler {
namespace {

/// Tables and their like with what is on them, each under its table's oid, but for what belongs to extensions
/// and to Headway itself; of some oids if there is a parameter.
constexpr const char* query_of_tables = R"SQL(
WITH rel AS (
    SELECT c.*, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE {} c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND c.relname NOT IN ('alembic_version', 'headway_log', 'headway_log_sequence_seq')
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND
        (deptype = 'e' OR (deptype = 'i' AND c.relkind = 'S')))
)
SELECT oid, CASE relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'table ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
    WHEN 'f' THEN 'foreign table ' WHEN 'S' THEN 'sequence ' ELSE 'composite type ' END || name,
    concat_ws('; ', relpersistence, pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid), array_to_string(reloptions, ','),
    CASE WHEN relkind IN ('v', 'm') THEN trim(regexp_replace(pg_get_viewdef(oid), '\s+', ' ', 'g')) END, CASE WHEN relrowsecurity THEN 'row security' END,
    CASE WHEN relkind IN ('r', 'p') AND relreplident <> 'd' THEN 'replica identity ' || relreplident::text END,
    (SELECT description FROM pg_description WHERE objoid = oid AND classoid = 'pg_class'::regclass AND objsubid = 0),
    (SELECT string_agg(acl.grantee::regrole::text || ':' || acl.privilege_type, ',' ORDER BY acl.grantee, acl.privilege_type)
        FROM aclexplode(relacl) AS acl WHERE acl.grantee <> relowner AND acl.grantee <> 0))
FROM rel
UNION ALL
SELECT oid, 'sequence ' || name, concat_ws(' ', format_type(seqtypid, NULL), seqstart, seqincrement, seqmin, seqmax, seqcycle)
FROM rel JOIN pg_sequence ON oid = seqrelid
UNION ALL
SELECT attrelid, 'column ' || name || '.' || quote_ident(attname), concat_ws('; ', 'number '
    || row_number() OVER (PARTITION BY attrelid ORDER BY attnum), format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN 'not null' END, nullif(attidentity, ''), nullif(attgenerated, ''), pg_get_expr(adbin, adrelid),
    CASE WHEN attcollation <> typcollation THEN attcollation::regcollation::text END, attstorage,
    (SELECT description FROM pg_description WHERE objoid = attrelid AND classoid = 'pg_class'::regclass AND objsubid = attnum))
FROM rel JOIN pg_attribute ON attrelid = rel.oid JOIN pg_type ON pg_type.oid = atttypid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relkind <> 'S' AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT conrelid, 'constraint ' || quote_ident(conname) || ' of ' || name,
    concat_ws('; ', pg_get_constraintdef(c.oid), CASE WHEN NOT convalidated THEN 'not valid' END,
    (SELECT description FROM pg_description WHERE objoid = c.oid AND classoid = 'pg_constraint'::regclass AND objsubid = 0))
FROM rel JOIN pg_constraint AS c ON conrelid = rel.oid WHERE contype <> 'n'
UNION ALL
SELECT indrelid, 'index ' || quote_ident(n.nspname) || '.' || quote_ident(i.relname), concat_ws('; ', pg_get_indexdef(indexrelid),
    CASE WHEN NOT indisvalid THEN 'invalid' END, CASE WHEN indisclustered THEN 'clustered' END,
    (SELECT description FROM pg_description WHERE objoid = indexrelid AND classoid = 'pg_class'::regclass AND objsubid = 0))
FROM rel JOIN pg_index ON indrelid = rel.oid JOIN pg_class AS i ON i.oid = indexrelid JOIN pg_namespace AS n ON n.oid = i.relnamespace
UNION ALL
SELECT tgrelid, 'trigger ' || quote_ident(tgname) || ' on ' || name, concat_ws('; ', pg_get_triggerdef(t.oid), tgenabled)
FROM rel JOIN pg_trigger AS t ON tgrelid = rel.oid WHERE NOT tgisinternal
UNION ALL
SELECT ev_class, 'rule ' || quote_ident(rulename) || ' on ' || name, pg_get_ruledef(r.oid)
FROM rel JOIN pg_rewrite AS r ON ev_class = rel.oid WHERE rulename <> '_RETURN'
UNION ALL
SELECT polrelid, 'policy ' || quote_ident(polname) || ' on ' || name, concat_ws('; ', polcmd, polpermissive, pg_get_expr(polqual, polrelid),
    pg_get_expr(polwithcheck, polrelid)) FROM rel JOIN pg_policy ON polrelid = rel.oid
ORDER BY 1, 2, 3)SQL";

/// Schemas, and what is in them but has no table.
constexpr const char* query_of_others = R"SQL(
WITH own AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), of_extensions AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
)
SELECT 0, 'schema ' || quote_ident(nspname), coalesce(obj_description(oid, 'pg_namespace'), '') FROM own WHERE nspname <> 'public'
UNION ALL
SELECT 0, 'constraint ' || quote_ident(conname) || ' of ' || contypid::regtype,
    concat_ws('; ', pg_get_constraintdef(c.oid), CASE WHEN NOT convalidated THEN 'not valid' END, obj_description(c.oid, 'pg_constraint'))
FROM pg_constraint AS c JOIN own ON own.oid = connamespace WHERE conrelid = 0 AND contype <> 'n'
UNION ALL
SELECT 0, CASE prokind WHEN 'a' THEN 'aggregate ' WHEN 'p' THEN 'procedure ' ELSE 'function ' END || p.oid::regprocedure,
    concat_ws('; ', CASE WHEN prokind <> 'a' THEN pg_get_functiondef(p.oid) END, obj_description(p.oid, 'pg_proc'))
FROM pg_proc AS p JOIN own ON own.oid = pronamespace
    WHERE NOT EXISTS (SELECT 1 FROM of_extensions WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
UNION ALL
SELECT 0, 'type ' || t.oid::regtype, concat_ws('; ', typtype, CASE WHEN typtype = 'd' THEN format_type(typbasetype, typtypmod) END,
    CASE WHEN typnotnull THEN 'not null' END, typdefault, (SELECT string_agg(quote_literal(enumlabel), ',' ORDER BY enumsortorder) FROM pg_enum
    WHERE enumtypid = t.oid), obj_description(t.oid, 'pg_type'))
FROM pg_type AS t JOIN own ON own.oid = typnamespace WHERE typtype IN ('d', 'e', 'r')
    AND NOT EXISTS (SELECT 1 FROM of_extensions WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL
SELECT 0, 'extension ' || quote_ident(extname), extversion FROM pg_extension WHERE extname <> 'plpgsql'
ORDER BY 1, 2)SQL";

constexpr const char* tables_statement = "headway_tables";

detail::pg_result checked(PGconn* from, PGresult* of) {
    detail::pg_result answer(of);
    if (answer.has_failed())
        throw std::runtime_error("cannot read the catalog of the server: " + answer.message(from));
    return answer;
}

std::string query_of_tables_where(std::string_view condition) {
    return fmt::format(fmt::runtime(query_of_tables), condition);
}

using catalog_parts = std::map<std::string, std::vector<cataloged>>;

/// By their oids.
catalog_parts parts_of(const detail::pg_result& rows) {
    catalog_parts parts;
    for (int row = 0; row < rows.rows(); ++row)
        parts[std::string(rows.text(row, 0))].push_back(
            {std::string(rows.text(row, 1)), std::string(rows.text(row, 2))});
    return parts;
}

/// Whether some names have gone from a table's objects and others have come, as a renaming does it.
bool may_be_renamed(const std::vector<cataloged>& before, const std::vector<cataloged>& now) {
    const auto lacks_any = [](const std::vector<cataloged>& all, const std::vector<cataloged>& wanted) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const cataloged& one) {
            return std::none_of(all.begin(), all.end(),
                                [&](const cataloged& each) { return each.name == one.name; });
        });
    };
    return lacks_any(now, before) && lacks_any(before, now);
}

} // namespace

catalog::catalog(PGconn* from)
    : others_(std::make_shared<const lines>(parts_of(checked(from, PQexec(from, query_of_others)))["0"])) {
    for (auto& [oid, found] : parts_of(checked(from, PQexec(from, query_of_tables_where("").c_str()))))
        of_tables_.emplace(oid, std::make_shared<const lines>(std::move(found)));
}

void catalog::prepare(PGconn* on) {
    compiler::prepare(on, tables_statement,
                      query_of_tables_where(
                          "c.oid = ANY ($1::oid[] || ARRAY(SELECT indrelid FROM pg_index WHERE indexrelid = "
                          "ANY ($1::oid[]))) AND"));
}

/// A new name may stand in the definition of whatever depends on the table.
catalog catalog::renewed(PGconn* from, const touched_objects& touched) const {
    if (touched.everything) return catalog(from);
    catalog now = *this;
    if (touched.beside_tables)
        now.others_ =
            std::make_shared<const lines>(parts_of(checked(from, PQexec(from, query_of_others)))["0"]);
    catalog_parts found = parts_of(ask_prepared(from, tables_statement, touched.array()));
    for (const std::string& oid : touched.tables)
        now.of_tables_.erase(oid);
    for (auto& [oid, read] : found) {
        const auto before = of_tables_.find(oid);
        if (before != of_tables_.end() && may_be_renamed(*before->second, read)) return catalog(from);
        now.of_tables_[oid] = std::make_shared<const lines>(std::move(read));
    }
    return now;
}

std::vector<cataloged> catalog::all() const {
    std::vector<cataloged> list = *others_;
    for (const auto& [oid, own] : of_tables_)
        list.insert(list.end(), own->begin(), own->end());
    return list;
}

std::vector<std::string> differences_of(const catalog& wanted, const catalog& found) {
    std::vector<cataloged> lists[2];
    const auto add = [](std::vector<cataloged>& to, const catalog& of, const catalog& beside) {
        if (of.others_ != beside.others_) to.insert(to.end(), of.others_->begin(), of.others_->end());
        for (const auto& [oid, own] : of.of_tables_) {
            const auto same = beside.of_tables_.find(oid);
            if (same == beside.of_tables_.end() || same->second != own)
                to.insert(to.end(), own->begin(), own->end());
        }
    };
    add(lists[0], wanted, found);
    add(lists[1], found, wanted);
    return differences_of(lists[0], lists[1]);
}

std::vector<std::string> differences_of(const std::vector<cataloged>& wanted,
                                        const std::vector<cataloged>& found) {
    const auto less = [](const cataloged& left, const cataloged& right) {
        return std::tie(left.name, left.meaning) < std::tie(right.name, right.meaning);
    };
    std::vector<cataloged> sorted[] = {wanted, found};
    for (std::vector<cataloged>& each : sorted)
        std::sort(each.begin(), each.end(), less);
    std::vector<cataloged> lost;
    std::vector<cataloged> left;
    std::set_difference(sorted[0].begin(), sorted[0].end(), sorted[1].begin(), sorted[1].end(),
                        std::back_inserter(lost), less);
    std::set_difference(sorted[1].begin(), sorted[1].end(), sorted[0].begin(), sorted[0].end(),
                        std::back_inserter(left), less);
    std::vector<std::string> told;
    for (const cataloged& each : left) {
        const auto before = std::find_if(lost.begin(), lost.end(),
                                         [&](const cataloged& one) { return one.name == each.name; });
        if (before == lost.end()) {
            told.push_back(fmt::format("{} is left behind", each.name));
        } else {
            told.push_back(fmt::format("{} was `{}` and is `{}`", each.name, before->meaning, each.meaning));
            lost.erase(before);
        }
    }
    for (const cataloged& each : lost)
        told.push_back(fmt::format("{} is lost", each.name));
    return told;
}

std::vector<cataloged> without_column_numbers(std::vector<cataloged> all) {
    for (cataloged& each : all)
        if (each.name.starts_with("column ")) each.meaning.erase(0, each.meaning.find("; "));
    return all;
}

} // namespace headway::compiler
