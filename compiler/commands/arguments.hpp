#pragma once

#include "commands/verb.hpp"

#include <cstdint>
#include <optional>
#include <utility>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace headway::compiler {

struct declared_request;
struct proof_request;
struct settings_flags;

/// Takes a verb's declarations to the parser, and keeps them for the help. What is declared must live until
/// the command line is parsed.
class arguments {
public:
    explicit arguments(CLI::App& app) : app_(app) {}

    void flag(const char* names, bool& into, const char* meaning);
    void option(const char* names, const char* value, std::string& into, const char* meaning);
    void option(const char* names, const char* value, std::uint32_t& into, const char* meaning);
    /// For options whose empty value means something else than their absence.
    void option(const char* names, const char* value, std::optional<std::string>& into, const char* meaning);
    /// May be given several times; each value may be a list with commas.
    void list(const char* names, const char* value, std::vector<std::string>& into, const char* meaning);
    /// By position.
    void one(const char* name, std::string& into, const char* meaning);
    void optional(const char* name, std::string& into, const char* meaning);
    void many(const char* name, std::vector<std::string>& into, const char* meaning);
    void optional_many(const char* name, std::vector<std::string>& into, const char* meaning);
    /// What the last one declared may be, for completion.
    template <class Words>
    void choices(const Words& words) {
        for (const auto& word : words)
            descriptions_.back().choices.emplace_back(word);
    }
    /// The last option declared must be given.
    void require();

    /// Where the migrations are: `--directory` and `--config`.
    void project(settings_flags&);
    /// Where the database is: `--database` and `--version-table`.
    void database(settings_flags&);
    /// Where the schema is that the application wants: `--schema`.
    void schema(settings_flags&);
    /// Which objects of the database are others': `--ignore`.
    void ignored(std::vector<std::string>&);
    /// What the application provides: `--function`, `--collation` and `--extension`.
    void provided(declared_request&);
    /// How the history is proven: `--rule` and others, and what the application provides, but not the schema.
    void proof(proof_request&);

    /// Is called once the command line is parsed, before any work: throws usage_error where what was read
    /// makes no sense together.
    void check(std::function<void()> before) { check_ = std::move(before); }

    [[nodiscard]] std::function<void()> take_check() { return std::move(check_); }
    [[nodiscard]] std::vector<argument> take_descriptions() { return std::move(descriptions_); }

private:
    CLI::Option& add_text(const char* names, std::string& into, argument);
    CLI::Option& add_texts(const char* names, std::vector<std::string>& into, argument);

    CLI::App& app_;
    CLI::Option* last_ = nullptr;
    std::vector<argument> descriptions_;
    std::function<void()> check_;
};

/// Reads the command line. Returns the exit code of what it asks for: 2 if it cannot be understood.
int run_command_line(int argc, const char* const* argv, const shell&);

/// The verbs with their arguments, as the help describes them.
[[nodiscard]] std::vector<verb_description> describe_verbs();

} // namespace headway::compiler
