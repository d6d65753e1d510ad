#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A side of a step that is to be written.
struct written_part {
    std::string_view sql{};
    bool transaction = true;
};

/// A step that is to be written in another tool's form.
struct written_step {
    std::string version; ///< Digits.
    std::string slug;    ///< Of its file's name.
    written_part up{};
    written_part down{};
    bool irreversible = false;
};

/// A step without SQL whose file is named after `text`.
[[nodiscard]] written_step step_called(std::string_view text, std::string version);

/// The version of a step that was written then, in seconds since 1970: its time in 14 digits.
[[nodiscard]] std::string version_of_time(std::int64_t seconds);

/// A file of a directory.
struct written_file {
    std::string name;
    std::string text;
};

/// The layouts that can be written.
[[nodiscard]] std::vector<std::string_view> writable_layouts();

/// The files of a step in a layout, which is one of these. Empty where that tool cannot run the step as it
/// is.
[[nodiscard]] std::vector<written_file> write_step(std::string_view layout, const written_step&);

} // namespace headway::compiler
