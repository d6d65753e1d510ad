#pragma once

#include "server/touched_objects.hpp"

#include <libpq-fe.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace headway::compiler {

/// An object of a database by what it means: nothing that differs from one making to the next.
struct cataloged {
    std::string name;    ///< Kind and name: `table public.users`, `column public.users.id`
    std::string meaning; ///< As the server spells it.
    bool operator==(const cataloged&) const = default;
};

/// All that is not the server's own, but for the version table and the log.
class catalog {
public:
    /// Reads all of it. Throws std::runtime_error if the server does not answer, as the others do.
    explicit catalog(PGconn*);
    /// What `renewed` needs, once for a connection.
    static void prepare(PGconn*);
    /// As it is now, where this is what it was before: only what was touched is read again.
    [[nodiscard]] catalog renewed(PGconn*, const touched_objects&) const;

    [[nodiscard]] std::vector<cataloged> all() const;

    /// What the other has that this has not, or otherwise, in words.
    friend std::vector<std::string> differences_of(const catalog& wanted, const catalog& found);

private:
    using lines = std::vector<cataloged>;
    using part = std::shared_ptr<const lines>; ///< Which several have.

    std::map<std::string, part> of_tables_; ///< By their oids.
    part others_;
};

/// What one catalog has and the other has not, or otherwise, in words.
[[nodiscard]] std::vector<std::string> differences_of(const std::vector<cataloged>& wanted,
                                                      const std::vector<cataloged>& found);

/// The same without the places of columns, which come after one another as they are added.
[[nodiscard]] std::vector<cataloged> without_column_numbers(std::vector<cataloged>);

} // namespace headway::compiler
