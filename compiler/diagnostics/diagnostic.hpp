#pragma once

#include "diagnostics/nearest.hpp"
#include "diagnostics/rule.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace headway::compiler {

/// The text of one file after normalisation (no BOM, LF line ends), shared by everything that points into it.
struct source_text {
    std::string path; ///< As the user reaches it, for messages.
    std::string text;
};

/// A span of bytes in a file. A location without a file, or with an empty text, names no line.
struct location {
    std::shared_ptr<const source_text> file;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct note {
    location where; ///< May have no file: the note then follows its diagnostic without a place.
    std::string message;
};

/// A mistake in the user's files, as a value.
struct diagnostic {
    rule id;
    severity level;
    location where;
    std::string message;
    std::vector<note> notes;
};

/// Line and column of a byte: both from 1, the column counted in Unicode code points.
struct position {
    std::size_t line;
    std::size_t column;
};

/// Finds positions in files, which have to stay where they are. Asked in ascending order it reads each file
/// once, however long its lines are.
class position_finder {
public:
    /// What is beyond the end of the text is at its end.
    [[nodiscard]] position find(const source_text&, std::size_t offset) noexcept;
    /// The line in which `find` has found the last one, as offsets of its first byte and of its end.
    [[nodiscard]] std::size_t line_begin() const noexcept { return begin_; }
    [[nodiscard]] std::size_t line_end() const noexcept { return end_; }

private:
    const source_text* file_ = nullptr;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t offset_ = 0; ///< Of what was found last.
    position found_{1, 1};
};

/// Collects the diagnostics of one run.
class diagnostics {
public:
    /// Adds one at its rule's own severity. The reference is good until the next call.
    diagnostic& add(rule, location, std::string message);
    /// Gives each diagnostic the level that `judge` returns for it, and forgets it where there is none.
    void adjust(const std::function<std::optional<severity>(const diagnostic&)>& judge);
    /// Adds to each diagnostic the note that `advice` has for it, if any.
    void advise(const std::function<std::optional<std::string>(const diagnostic&)>& advice);
    [[nodiscard]] bool has_errors() const noexcept;
    [[nodiscard]] const std::vector<diagnostic>& list() const noexcept { return list_; }

    /// All of them, sorted by path, offset and rule, each as `path:line:column: error: message [code]`, the
    /// source line with a caret under the span, and its notes in the same form.
    [[nodiscard]] std::string render() const;

private:
    std::vector<diagnostic> list_;
};

} // namespace headway::compiler
