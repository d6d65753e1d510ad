#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// One argument of a verb.
struct argument {
    std::string names; ///< `-m,--message`, or `TARGET` for one that stands by itself.
    std::string value; ///< What the option is followed by, such as `TEXT`; empty for a flag.
    std::string meaning;
    bool required = false;
    bool repeated = false;
    std::vector<std::string> choices{}; ///< What its value may be, if only that; words without space.
    [[nodiscard]] bool is_option() const noexcept { return names.starts_with('-'); }
};

struct example {
    std::string_view command;
    std::string_view meaning;
};

/// What a verb is called and says about itself.
struct verb_words {
    std::string_view name;
    std::string_view summary;
    std::string_view details; ///< Paragraphs, separated by empty lines; may be empty.
    std::span<const example> examples;
};

/// A verb as help, manual page and completion describe it.
struct verb_description {
    const verb_words* of;
    std::vector<argument> arguments;
};

} // namespace headway::compiler
