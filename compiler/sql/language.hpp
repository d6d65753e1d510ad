#pragma once

#include "sql/clause_order.hpp"
#include "sql/normalise.hpp"
#include "sql/script.hpp"
#include "sql/spelled_name.hpp"
#include "sql/token.hpp"

/// The language of statements, which the runtime reads too when it compares schemas.
namespace headway::compiler {

using detail::all_tokens;
using detail::first_statement;
using detail::fold;
using detail::in_order;
using detail::is_blank;
using detail::is_value;
using detail::kind_of_table;
using detail::lexeme;
using detail::lexeme_kind;
using detail::lexemes;
using detail::next_meaning;
using detail::next_token;
using detail::normalise;
using detail::normalise_default;
using detail::same_name;
using detail::statement_kind;
using detail::statement_start;
using detail::token;
using detail::token_kind;
using detail::tokens;
using detail::unquote;

} // namespace headway::compiler
