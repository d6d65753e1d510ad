#include "plan/table_kind.hpp"

#include "headway/error.hpp"
#include "text.hpp"

namespace headway::detail {

void require_kind(const history& h, engine of) {
    if (h.kind.format != history_format)
        throw error(error_code::mismatch,
                    joined({"the history is a table of format ", std::to_string(h.kind.format),
                            ", and the runtime that is linked reads format ", std::to_string(history_format),
                            ": they are of different releases\nBuild the program anew, with a runtime and a "
                            "headway of one release."}));
    if (h.kind.of != of)
        throw error(error_code::mismatch,
                    "the history was compiled for another engine than the database's\nGive "
                    "the database the history that was compiled for its engine.");
}

} // namespace headway::detail
