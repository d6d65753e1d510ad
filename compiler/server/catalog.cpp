#include "server/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace headway::compiler {
namespace {

/// Schemas and what is in them, without what belongs to extensions and to Headway itself.
constexpr const char* query_of_catalog = R"SQL(
WITH own AS (
    SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), of_extensions AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), rel AS (
    SELECT c.*, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class AS c
    JOIN own AS n ON n.oid = c.relnamespace
    WHERE c.relname NOT IN ('alembic_version', 'alembic_version_pkc', 'headway_log', 'headway_log_pkey', 'headway_log_sequence_seq')
    AND NOT EXISTS (SELECT 1 FROM of_extensions WHERE classid = 'pg_class'::regclass AND objid = c.oid)
)
SELECT 'schema ' || quote_ident(nspname), coalesce(obj_description(oid, 'pg_namespace'), '') FROM own WHERE nspname <> 'public'
UNION ALL
SELECT CASE relkind WHEN 'r' THEN 'table ' WHEN 'p' THEN 'table ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
    WHEN 'f' THEN 'foreign table ' WHEN 'S' THEN 'sequence ' ELSE 'composite type ' END || name,
    concat_ws('; ', relpersistence, pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid), array_to_string(reloptions, ','),
    CASE WHEN relkind IN ('v', 'm') THEN trim(regexp_replace(pg_get_viewdef(oid), '\s+', ' ', 'g')) END, CASE WHEN relrowsecurity THEN 'row security' END,
    CASE WHEN relkind IN ('r', 'p') AND relreplident <> 'd' THEN 'replica identity ' || relreplident::text END, obj_description(oid, 'pg_class'),
    (SELECT string_agg(acl.grantee::regrole::text || ':' || acl.privilege_type, ',' ORDER BY acl.grantee, acl.privilege_type)
        FROM aclexplode(relacl) AS acl WHERE acl.grantee <> relowner AND acl.grantee <> 0))
FROM rel WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
    AND NOT (relkind = 'S' AND EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = rel.oid AND deptype = 'i'))
UNION ALL
SELECT 'sequence ' || name, concat_ws(' ', format_type(seqtypid, NULL), seqstart, seqincrement, seqmin, seqmax, seqcycle)
FROM pg_sequence JOIN rel ON rel.oid = seqrelid
    WHERE NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = rel.oid AND deptype = 'i')
UNION ALL
SELECT 'column ' || name || '.' || quote_ident(attname), concat_ws('; ', 'number '
    || row_number() OVER (PARTITION BY attrelid ORDER BY attnum), format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN 'not null' END, nullif(attidentity, ''), nullif(attgenerated, ''), pg_get_expr(adbin, adrelid),
    CASE WHEN attcollation <> typcollation THEN attcollation::regcollation::text END, attstorage,
    col_description(attrelid, attnum))
FROM rel JOIN pg_attribute ON attrelid = rel.oid JOIN pg_type ON pg_type.oid = atttypid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relkind IN ('r', 'p', 'f', 'c', 'v', 'm') AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'constraint ' || quote_ident(conname) || ' of ' || coalesce(name, contypid::regtype::text),
    concat_ws('; ', pg_get_constraintdef(c.oid), CASE WHEN NOT convalidated THEN 'not valid' END, obj_description(c.oid, 'pg_constraint'))
FROM pg_constraint AS c LEFT JOIN rel ON rel.oid = conrelid JOIN own ON own.oid = connamespace
    WHERE (name IS NOT NULL OR conrelid = 0) AND contype <> 'n'
UNION ALL
SELECT 'index ' || name, concat_ws('; ', pg_get_indexdef(indexrelid), CASE WHEN NOT indisvalid THEN 'invalid' END,
    CASE WHEN indisclustered THEN 'clustered' END, obj_description(indexrelid, 'pg_class')) FROM pg_index JOIN rel ON rel.oid = indexrelid
UNION ALL
SELECT 'trigger ' || quote_ident(tgname) || ' on ' || name, concat_ws('; ', pg_get_triggerdef(t.oid), tgenabled) FROM pg_trigger AS t
JOIN rel ON rel.oid = tgrelid WHERE NOT tgisinternal
UNION ALL
SELECT 'rule ' || quote_ident(rulename) || ' on ' || name, pg_get_ruledef(r.oid) FROM pg_rewrite AS r JOIN rel ON rel.oid = ev_class
    WHERE rulename <> '_RETURN'
UNION ALL
SELECT 'policy ' || quote_ident(polname) || ' on ' || name, concat_ws('; ', polcmd, polpermissive, pg_get_expr(polqual, polrelid),
    pg_get_expr(polwithcheck, polrelid)) FROM pg_policy JOIN rel ON rel.oid = polrelid
UNION ALL
SELECT CASE prokind WHEN 'a' THEN 'aggregate ' WHEN 'p' THEN 'procedure ' ELSE 'function ' END || p.oid::regprocedure,
    concat_ws('; ', CASE WHEN prokind <> 'a' THEN pg_get_functiondef(p.oid) END, obj_description(p.oid, 'pg_proc'))
FROM pg_proc AS p JOIN own ON own.oid = pronamespace
    WHERE NOT EXISTS (SELECT 1 FROM of_extensions WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
UNION ALL
SELECT 'type ' || t.oid::regtype, concat_ws('; ', typtype, CASE WHEN typtype = 'd' THEN format_type(typbasetype, typtypmod) END,
    CASE WHEN typnotnull THEN 'not null' END, typdefault, (SELECT string_agg(quote_literal(enumlabel), ',' ORDER BY enumsortorder) FROM pg_enum
    WHERE enumtypid = t.oid), obj_description(t.oid, 'pg_type'))
FROM pg_type AS t JOIN own ON own.oid = typnamespace WHERE typtype IN ('d', 'e', 'r')
    AND NOT EXISTS (SELECT 1 FROM of_extensions WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL
SELECT 'extension ' || quote_ident(extname), extversion FROM pg_extension WHERE extname <> 'plpgsql'
ORDER BY 1, 2)SQL";

} // namespace

std::vector<cataloged> read_catalog(PGconn* from) {
    const detail::pg_result all(PQexec(from, query_of_catalog));
    if (all.has_failed())
        throw std::runtime_error("cannot read the catalog of the server: " + all.message(from));
    std::vector<cataloged> found;
    for (int row = 0; row < all.rows(); ++row)
        found.push_back({std::string(all.text(row, 0)), std::string(all.text(row, 1))});
    return found;
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
