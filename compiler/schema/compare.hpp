#pragma once

#include "schema/schema.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

enum class difference_kind : std::uint8_t {
    missing,      ///< Expected, but not there.
    extra,        ///< There, but not expected.
    changed,      ///< There, but not as expected; `details` say how.
    column_order, ///< A table with the expected columns in another order, and nothing else.
};

/// What of a changed object differs: a part of it that is missing or extra, or, for `changed`, a sentence
/// such as `column b has type TEXT instead of INTEGER`.
struct difference_detail {
    difference_kind kind;
    std::string what;
};

/// One object in which two schemas differ.
struct difference {
    difference_kind kind;
    object_kind object;
    std::string name;
    std::string table;                      ///< Of an index or trigger.
    std::vector<difference_detail> details; ///< Of a changed object; at least one.
};

/// What `actual` has that is not as in `expected`, object by object, in order of creation. Empty if they are
/// equal: by the meaning of their statements and by what the pragmas report, both. Comments, space, quotes,
/// the case of names and the order of objects are no difference. Linear in the objects; what both share costs
/// nearly nothing.
[[nodiscard]] std::vector<difference> compare(const schema& expected, const schema& actual);

/// The words of a caller for the kinds of difference.
struct difference_words {
    std::string_view missing = "is missing";
    std::string_view extra = "is left behind";
    std::string_view column_order = "has its columns in another order";
};
/// One line per difference or detail: `index ix_a is left behind`, `table t: column b is missing`, `table t:
/// column b has type TEXT instead of INTEGER`.
[[nodiscard]] std::vector<std::string> describe(const difference&, const difference_words& = {});

} // namespace headway::compiler
