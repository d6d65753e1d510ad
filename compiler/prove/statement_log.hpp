#pragma once

#include "schema/schema.hpp"
#include "sqlite/statement_watcher.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::compiler {

/// A question of SQLite's authorizer, with its strings.
struct watched_action {
    int code;
    std::string first;
    std::string second;
    std::string third;
    std::string cause; ///< The trigger or view that it comes from.
};

/// A statement that ran, and what SQLite asked about it.
struct watched_statement {
    std::size_t begin; ///< Into the section, with the comments before it.
    std::size_t end;
    std::vector<watched_action> actions;

    /// The first action of this code whose `first` is `name`, regardless of case; any name if it is empty.
    [[nodiscard]] const watched_action* find(int code, std::string_view name = {}) const noexcept;
    [[nodiscard]] bool does(int code, std::string_view name = {}) const noexcept {
        return find(code, name) != nullptr;
    }
};

/// Whether a statement makes, alters or drops an object.
[[nodiscard]] bool changes_schema(const watched_statement&) noexcept;

/// Remembers what the statements of one script did.
class statement_log final : public detail::statement_watcher {
public:
    void asked(const detail::statement_action&) noexcept override;
    void refused(detail::breach why) noexcept override { refused_ = why; }
    void prepared(std::string_view script, std::size_t begin, std::size_t end, bool exists) override;

    /// Is called for each statement when it is prepared and has not run yet.
    std::function<void(std::string_view script, const watched_statement&)> on_prepared;

    [[nodiscard]] const std::vector<watched_statement>& statements() const noexcept { return statements_; }
    /// The objects that were dropped, if the script has changed the schema in no other way than by dropping
    /// and making ordinary objects.
    [[nodiscard]] std::optional<std::vector<dropped_object>> only_dropped() const;
    /// When the last statement was prepared; before the first, when the log was made.
    [[nodiscard]] std::chrono::steady_clock::time_point started() const noexcept { return started_; }
    /// What the statement that was prepared last, and failed, did or asked for that it must not.
    [[nodiscard]] detail::breach refused() const noexcept { return refused_; }

private:
    std::vector<watched_statement> statements_;
    std::vector<watched_action> pending_; ///< Of the statement that is being prepared.
    detail::breach refused_ = detail::breach::none;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

} // namespace headway::compiler
