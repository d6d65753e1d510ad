#pragma once

#include "prove/replay.hpp"
#include "schema/schema.hpp"

#include <functional>
#include <string>
#include <vector>

namespace headway::compiler {

/// Rows of the tables, a few each, of which some make a section fail. The state is between calls as it was.
class offending_rows {
public:
    /// Whether the section fails in the same way over the state as it is; leaves it as it was.
    using trial = std::function<bool()>;

    /// Knows the rows that are there now.
    offending_rows(replay&, const std::vector<const schema_object*>& tables);

    /// As few rows as make the section fail, in words; empty if it fails without them, or if there are too
    /// many to try.
    [[nodiscard]] std::string describe_least(const trial& fails);
    /// Leaves one row in each table, those with which the section does not fail so if there are some. Takes
    /// the others away for good. False if it fails so with all that were tried.
    [[nodiscard]] bool leave_others(const trial& fails);

private:
    struct table {
        const schema_object* of;
        std::vector<std::pair<std::int64_t, std::string>> rows; ///< By rowid, in words.
    };
    void remove(const table&, std::size_t row);
    void leave_one(std::size_t number);

    replay& state_;
    std::vector<table> tables_;
};

} // namespace headway::compiler
