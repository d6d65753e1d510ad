#include "postgresql/result.hpp"

#include "postgresql/sqlstate.hpp"
#include "text.hpp"

#include <charconv>

namespace headway::detail {
namespace {

std::int64_t number_in(std::string_view text) noexcept {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// libpq ends its own messages with a line end.
std::string_view without_line_end(std::string_view text) noexcept {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

bool pg_result::has_failed() const noexcept {
    const ExecStatusType now = status();
    return of_ == nullptr || now == PGRES_FATAL_ERROR || now == PGRES_BAD_RESPONSE;
}

std::string_view pg_result::text(int row, int column) const noexcept {
    const int size = PQgetlength(of_.get(), row, column);
    const char* const bytes = PQgetvalue(of_.get(), row, column);
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::int64_t pg_result::number(int row, int column) const noexcept {
    return number_in(text(row, column));
}

std::int64_t pg_result::written() const noexcept {
    return number_in(PQcmdTuples(of_.get()));
}

std::string_view pg_result::field(int code) const noexcept {
    const char* const text = PQresultErrorField(of_.get(), code);
    return text == nullptr ? "" : text;
}

int pg_result::sqlstate() const noexcept {
    return sqlstate_number(field(PG_DIAG_SQLSTATE));
}

std::string pg_result::message(const PGconn* of) const {
    std::string_view primary = field(PG_DIAG_MESSAGE_PRIMARY);
    if (primary.empty()) primary = PQresultErrorMessage(of_.get());
    if (primary.empty()) primary = PQerrorMessage(of);
    std::string text = printable(without_line_end(primary));
    for (const int code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT}) {
        if (const std::string_view more = field(code); !more.empty())
            text += joined({" (", printable(more), ")"});
    }
    return text += advice_on_sqlstate(sqlstate());
}

/// The server counts characters, from 1.
std::size_t pg_result::place_in(std::string_view statement) const noexcept {
    std::int64_t characters = number_in(field(PG_DIAG_STATEMENT_POSITION));
    std::size_t at = 0;
    for (; at < statement.size() && characters > 0; ++at) {
        const bool begins = (static_cast<unsigned char>(statement[at]) & 0xc0U) != 0x80U;
        if (begins && --characters == 0) return at;
    }
    return 0;
}

} // namespace headway::detail
