#include "project/toml.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <stdexcept>

namespace headway::compiler {

std::vector<setting> read_settings(std::istream& from) {
    std::vector<setting> settings;
    for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(from)) {
        if (item.name == "++" || item.name == "--") continue; // where a section begins or ends
        if (item.inputs.size() != 1)
            throw std::runtime_error(
                fmt::format("`{}` takes one value; put quotes around it", item.fullname()));
        settings.push_back({item.fullname(), item.inputs.front()});
    }
    return settings;
}

} // namespace headway::compiler
