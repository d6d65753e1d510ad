#pragma once

#include <string>

struct sqlite3;

namespace headway::detail {

/// A statement of the program that is not finished: what a migration does on the same connection can fail for
/// its sake, and no waiting helps.
class open_statement {
public:
    /// Looks for one; to be called while none but the program's are under way.
    void look(sqlite3*);
    [[nodiscard]] bool exists() const noexcept { return !text_.empty(); }
    /// Whether a failure, as SQLite's extended code says it, comes from such a statement.
    [[nodiscard]] bool is_to_blame(int code) const noexcept;
    /// What to add to a message of such a failure.
    [[nodiscard]] std::string complaint() const;
    /// What to add to one of another connection that keeps its lock: it may be waiting for this one.
    [[nodiscard]] std::string suspicion() const;

private:
    std::string text_; ///< Its first line, for messages.
};

} // namespace headway::detail
