#pragma once

#include "headway/headway.hpp"
#include "sqlite/schema_digest.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::detail {

/// Patterns of names of what others keep in the database: views, which the caller keeps.
class ignored_names {
public:
    explicit ignored_names(std::vector<std::string_view> patterns) : patterns_(std::move(patterns)) {}
    ignored_names(const history&, const options&);
    /// Whether it is of them, or what a tool keeps its records in, or may be a module's.
    [[nodiscard]] bool has(const digested_object&) const;
    /// Takes them out.
    void remove_from(std::vector<digested_object>&) const;

private:
    std::vector<std::string_view> patterns_;
    std::vector<std::string> kept_; ///< Tables of the bookkeepings that the history takes over.
};

/// One line for each object that is not the same; both are sorted. Each line begins with its end and two
/// blanks.
[[nodiscard]] std::string differences(const std::vector<digested_object>& due,
                                      const std::vector<digested_object>& live, const ignored_names&);

} // namespace headway::detail
