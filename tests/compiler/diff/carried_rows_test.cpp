#include "diff/carried_rows.hpp"

#include "diff/side.hpp"

#include "catch.hpp"

namespace headway::tests {
using namespace compiler;
namespace {

/// A table `t` that becomes another.
class change {
public:
    change(const char* before, const char* now, std::set<std::string> filled = {},
           std::set<std::string> nulls_replaced = {})
        : before_(before, {}, {}),
          now_(now, {}, {}),
          filled_(std::move(filled)),
          nulls_replaced_(std::move(nulls_replaced)) {}

    [[nodiscard]] carried_rows rows() const {
        std::vector<const schema_object*> indexes;
        for (const auto& each : before_.indexes_of("t"))
            indexes.push_back(each.get());
        return {*before_.find(object_kind::table, "t"), *now_.find(object_kind::table, "t"), indexes, filled_,
                nulls_replaced_};
    }
    [[nodiscard]] bool is_unique(const char* index) const {
        const schema_object* const made = now_.find(object_kind::index, index);
        return rows().is_unique(*made->index, made);
    }

private:
    side before_;
    side now_;
    std::set<std::string> filled_;
    std::set<std::string> nulls_replaced_;
};

} // namespace

TEST_CASE("a column keeps its values if it was there and its type converts none of them") {
    const change made("CREATE TABLE t (a TEXT, b TEXT, c BLOB);",
                      "CREATE TABLE t (a TEXT, b INTEGER, c, d);");
    CHECK(made.rows().keeps("a"));
    CHECK_FALSE(made.rows().keeps("b"));
    CHECK(made.rows().carries("b"));
    CHECK(made.rows().keeps("c"));
    CHECK_FALSE(made.rows().carries("d"));
}

TEST_CASE("a column that is given values, or whose NULLs are replaced, keeps none for sure") {
    const change made("CREATE TABLE t (a, b, c);", "CREATE TABLE t (a, b NOT NULL, c);", {"c"}, {"b"});
    CHECK(made.rows().keeps("a"));
    CHECK_FALSE(made.rows().keeps("b"));
    CHECK_FALSE(made.rows().keeps("c"));
}

TEST_CASE("a computed column keeps its values if what it is computed from does") {
    const change kept("CREATE TABLE t (a TEXT, b AS (upper(a)));",
                      "CREATE TABLE t (a TEXT, b AS (upper(a)), c);");
    CHECK(kept.rows().keeps("b"));
    const change otherwise("CREATE TABLE t (a TEXT, b AS (upper(a)));",
                           "CREATE TABLE t (a TEXT, b AS (lower(a)));");
    CHECK_FALSE(otherwise.rows().keeps("b"));
    const change converted("CREATE TABLE t (a TEXT, b AS (upper(a)));",
                           "CREATE TABLE t (a INTEGER, b AS (upper(a)));");
    CHECK_FALSE(converted.rows().keeps("b"));
}

TEST_CASE("values compare alike under the collation that they had, and under none if they had none") {
    const change nocase("CREATE TABLE t (a TEXT COLLATE nocase);", "CREATE TABLE t (a TEXT);");
    CHECK_FALSE(nocase.rows().compares_alike("a"));
    const change binary("CREATE TABLE t (a TEXT);", "CREATE TABLE t (a TEXT COLLATE nocase);");
    CHECK(binary.rows().compares_alike("a"));
}

TEST_CASE("an index is unique without looking if an earlier one was stricter") {
    const change wider("CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a));",
                       "CREATE TABLE t (a TEXT, b TEXT); CREATE UNIQUE INDEX i ON t (b, a);");
    CHECK(wider.is_unique("i"));
    const change narrower("CREATE TABLE t (a TEXT, b TEXT, UNIQUE (a, b));",
                          "CREATE TABLE t (a TEXT, b TEXT); CREATE UNIQUE INDEX i ON t (a);");
    CHECK_FALSE(narrower.is_unique("i"));
    const change folded("CREATE TABLE t (a TEXT UNIQUE);",
                        "CREATE TABLE t (a TEXT); CREATE UNIQUE INDEX i ON t (a COLLATE nocase);");
    CHECK_FALSE(folded.is_unique("i"));
    const change partial("CREATE TABLE t (a TEXT); CREATE UNIQUE INDEX i ON t (a) WHERE a > '';",
                         "CREATE TABLE t (a TEXT); CREATE UNIQUE INDEX i ON t (a);");
    CHECK_FALSE(partial.is_unique("i"));
}

TEST_CASE("a new column that nothing fills is NULL, which is never alike") {
    const change made("CREATE TABLE t (a);", "CREATE TABLE t (a, b); CREATE UNIQUE INDEX i ON t (b);");
    CHECK(made.is_unique("i"));
    const change filled("CREATE TABLE t (a);", "CREATE TABLE t (a, b); CREATE UNIQUE INDEX i ON t (b);",
                        {"b"});
    CHECK_FALSE(filled.is_unique("i"));
    const change by_default("CREATE TABLE t (a);",
                            "CREATE TABLE t (a, b DEFAULT 1); CREATE UNIQUE INDEX i ON t (b);");
    CHECK_FALSE(by_default.is_unique("i"));
}

} // namespace headway::tests
