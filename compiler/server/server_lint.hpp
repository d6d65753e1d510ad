#pragma once

#include "diagnostics/diagnostic.hpp"
#include "read/source.hpp"
#include "server/table_watch.hpp"

#include <string_view>
#include <vector>

namespace headway::compiler {

/// Says of the statements of an up section what they cost those who use the database meanwhile, by what was
/// measured.
class server_lint {
public:
    server_lint(const section& of, diagnostics& found) : of_(of), found_(found) {}

    void judge(std::string_view statement, const std::vector<table_effect>&);
    void judge(std::string_view statement, const std::vector<name_change>&);

private:
    [[nodiscard]] location place_of(std::string_view statement) const;
    void judge_one(std::string_view statement, const table_effect&);
    void judge_older_locks(std::string_view statement, const std::vector<table_effect>&);

    const section& of_;
    diagnostics& found_;
    std::vector<std::string> told_; ///< Tables that are locked, and of which that was said.
};

/// What the words of a section's statements show without a server. False if it cannot run on one.
bool judge_words(const section&, diagnostics& found);

} // namespace headway::compiler
