#pragma once

#include "layouts/layout.hpp"

#include <map>
#include <string>

namespace headway::compiler {

/// A step whose up and down sections are files of their own.
struct two_sides {
    std::string order;
    std::string summary;
    const loaded_file* up = nullptr;
    const loaded_file* down = nullptr;
};

/// Such steps by their versions.
class sided_steps {
public:
    sided_steps(std::string_view tool, diagnostics& found) : tool_(tool), found_(found) {}

    /// Takes a file in as a side of a version. A second one of the same side is reported.
    void add(const loaded_file&, bool is_up, std::string version, std::string order, std::string summary);
    /// The same of `NUMBER_name` and an ending, in the order of the numbers.
    void add_numbered(const loaded_file&, bool is_up, std::string_view ending);
    /// Hands over all steps. A down section without an up section is reported, unless `needs_up` is false:
    /// then there is nothing to do up. `transaction` tells whether a file is run in one.
    void take(std::vector<layout_step>& into, bool (*transaction)(const loaded_file&) = nullptr,
              bool needs_up = true);

private:
    std::string_view tool_;
    diagnostics& found_;
    std::map<std::string, two_sides> steps_;
};

} // namespace headway::compiler
