#pragma once

#include "link/graph.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace headway::tests {
using namespace compiler;

/// The two sections of a revision, statement by statement.
struct made_revision {
    std::vector<std::string> up;
    std::vector<std::string> down;
};

/// What is planted into a down section.
enum class mutation : std::uint8_t { forgotten_index, changed_type, lost_trigger, lost_collation };

/// Random histories that build up, change and rebuild tables, with down sections that undo them exactly.
class history_maker {
public:
    explicit history_maker(std::uint64_t seed) : random_(seed) {}

    [[nodiscard]] std::vector<made_revision> make(std::size_t revisions);
    /// Spoils one down section. False if the history offers no place for it.
    [[nodiscard]] bool plant(std::vector<made_revision>&, mutation);

private:
    struct made_column {
        std::string name;
        std::string text;
    };
    struct made_table {
        std::string name;
        std::vector<made_column> columns;
        std::vector<std::string> indexes;  ///< Statements.
        std::vector<std::string> triggers; ///< Statements.
    };

    [[nodiscard]] std::size_t pick(std::size_t count);
    [[nodiscard]] std::string fresh(const char* stem) { return stem + std::to_string(++count_); }
    [[nodiscard]] made_column column();
    [[nodiscard]] static std::string create(const made_table&, const std::string& name);
    static void drop_all(const made_table&, std::vector<std::string>&);
    static void create_all(const made_table&, std::vector<std::string>&);

    void add_table(made_revision&);
    void drop_table(made_revision&, std::size_t at);
    void add_column(made_revision&, made_table&);
    void add_index(made_revision&, made_table&);
    void drop_index(made_revision&, made_table&);
    void add_trigger(made_revision&, made_table&);
    void drop_column(made_revision&, made_table&);
    void rename_column(made_revision&, made_table&);
    void rebuild(made_revision&, made_table&);
    static void swap(const made_table& from, const made_table& to, const std::vector<made_column>& kept,
                     std::vector<std::string>&);
    [[nodiscard]] bool change_type(std::string& statement);
    void add_view(made_revision&, const made_table&);

    std::mt19937_64 random_;
    std::size_t count_ = 0;
    std::vector<made_table> tables_;
};

/// The history as a linked graph.
[[nodiscard]] graph link_made(const std::vector<made_revision>&);

} // namespace headway::tests
