#include "headway/error.hpp"

#include "text.hpp"

namespace headway {

error::error(error_code code, const std::string& message, int engine_code)
    : std::runtime_error(message), code_(code), engine_code_(engine_code) {}

error error::with(std::string_view line, std::string_view rest) const {
    return error(code_, detail::joined({what(), "\n", line, rest}), engine_code_)
        .at(revision_, file_, line_, column_);
}

error error::at(std::string_view revision, std::string_view file, std::size_t line,
                std::size_t column) const {
    error placed = *this;
    placed.revision_ = revision;
    placed.file_ = file;
    placed.line_ = line;
    placed.column_ = column;
    return placed;
}

} // namespace headway
