#include "sql/psql_script.hpp"

#include "catch.hpp"
#include "sql/psql_token.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::tests {
using namespace detail;
namespace {

std::vector<std::string> psql_statements_of(std::string_view script) {
    std::vector<std::string> all;
    for_each_psql_statement(script, [&](std::string_view one) { all.emplace_back(one); });
    return all;
}

using statement_texts = std::vector<std::string>;

} // namespace

TEST_CASE("a statement of PostgreSQL ends at a semicolon that is nothing else's") {
    CHECK(psql_statements_of(" ;; SELECT 1 ; \n SELECT 2") == statement_texts{"SELECT 1 ;", "SELECT 2"});
    CHECK(psql_statements_of("SELECT ';', \"a;\"\"b;\" ; SELECT 2") ==
          statement_texts{"SELECT ';', \"a;\"\"b;\" ;", "SELECT 2"});
    CHECK(psql_statements_of("SELECT 1 -- a;\n; /* ; /* ; */ ; */ SELECT 2;") ==
          statement_texts{"SELECT 1 -- a;\n;", "SELECT 2;"});
    CHECK(psql_statements_of("-- nothing\n/* at all */").empty());
}

TEST_CASE("only strings with E know backslashes") {
    CHECK(psql_statements_of("SELECT 'a\\'; SELECT 2;") == statement_texts{"SELECT 'a\\';", "SELECT 2;"});
    CHECK(psql_statements_of("SELECT E'a\\'; SELECT 2;'; SELECT 3;") ==
          statement_texts{"SELECT E'a\\'; SELECT 2;';", "SELECT 3;"});
    CHECK(psql_statements_of("SELECT U&'a\\'; SELECT name'; ';") ==
          statement_texts{"SELECT U&'a\\';", "SELECT name'; ';"});
}

TEST_CASE("dollar quotes end at their own tag, and are none within a name") {
    CHECK(psql_statements_of("DO $$ BEGIN a; END $$; SELECT 1;") ==
          statement_texts{"DO $$ BEGIN a; END $$;", "SELECT 1;"});
    CHECK(psql_statements_of("DO $a$ ; $b$ ; $$ ; $a$; SELECT 1;") ==
          statement_texts{"DO $a$ ; $b$ ; $$ ; $a$;", "SELECT 1;"});
    CHECK(psql_statements_of("SELECT a$b$; SELECT $1; SELECT 2") ==
          statement_texts{"SELECT a$b$;", "SELECT $1;", "SELECT 2"});
}

TEST_CASE("rules and bodies of routines hold semicolons") {
    CHECK(psql_statements_of("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 3;") ==
          statement_texts{"CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);", "SELECT 3;"});
    const std::string atomic =
        "create or replace function f(begin_at int) returns int begin atomic select case when "
        "true then 1 end; select 2; end;";
    CHECK(psql_statements_of(atomic + " SELECT 3;") == statement_texts{atomic, "SELECT 3;"});
    CHECK(psql_statements_of("CREATE VIEW v AS SELECT 1 AS begin; SELECT 2;") ==
          statement_texts{"CREATE VIEW v AS SELECT 1 AS begin;", "SELECT 2;"});
}

TEST_CASE("what never ends is one token up to the end") {
    for (const std::string_view text : {"'a", "\"a", "/* /* */", "$a$ $$", "E'\\'"}) {
        const token all = next_psql_token(text, 0);
        CHECK(all.end == text.size());
        CHECK(!all.terminated);
    }
}

TEST_CASE("every text is taken apart without a byte left over") {
    const std::string_view text = "x$1 $1.5 1e5 E'' b'1' n'' u&\"a\" \xc3\xa4 \x01 :: ->> @ \\d ;";
    std::size_t at = 0;
    for (token each = next_psql_token(text, 0); each.kind != token_kind::end;
         each = next_psql_token(text, at)) {
        CHECK(each.begin == at);
        CHECK(each.end > at);
        at = each.end;
    }
    CHECK(at == text.size());
}

} // namespace headway::tests
