#pragma once

#include "headway/testing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace headway::testing {

/// Prints what a proof finds, as compilers do, and counts it.
class proof_report {
public:
    proof_report(const history& h, const request& asked, std::FILE* out)
        : history_(h), asked_(asked), out_(out) {}

    using lines = std::vector<std::string>;
    /// At a place of a file of migrations; `more` stands below it.
    void at(std::string_view file, std::size_t line, std::size_t column, std::string_view message,
            std::string_view rule, const lines& more = {});
    /// At the function or the section of a step.
    void at_step(step, std::string_view message, std::string_view rule, const lines& more = {});
    /// A step fails; `when` says under which circumstances.
    void failure(step, const error&, std::string_view when);
    /// A file of FIXTURES cannot be inserted.
    void fixture(const std::string& file, const error&);

    [[nodiscard]] int errors() const noexcept { return errors_; }
    void print(const std::string& line) const { std::fputs(line.c_str(), out_); }

private:
    const history& history_;
    const request& asked_;
    std::FILE* out_;
    int errors_ = 0;
};

[[nodiscard]] std::string first_line_of(std::string_view text);

} // namespace headway::testing
