#pragma once

#include "headway/history.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

/// A migration that is written in C++: a file `{revision}_{slug}.cpp` beside the `.sql` files, with their
/// header in
/// `//` comments and
///
///     #include <headway/migration.hpp>
///
///     HEADWAY_MIGRATION(4be1a0c2d795) {
///
///     void upgrade(headway::migration& db) { … }
///     void downgrade(headway::migration& db) { … } // or HEADWAY_IRREVERSIBLE;
///
///     } // HEADWAY_MIGRATION(4be1a0c2d795)
///
/// A program that lacks one of them does not link. Its own names belong into an unnamed namespace within the
/// braces.
#define HEADWAY_MIGRATION(revision)                                                                          \
    namespace HEADWAY_HISTORY {                                                                              \
    namespace revision_##revision {                                                                          \
        void upgrade(::headway::migration&);                                                                 \
        void downgrade(::headway::migration&);                                                               \
    }                                                                                                        \
    }                                                                                                        \
    namespace HEADWAY_HISTORY::revision_##revision

/// Stands in the place of `downgrade` where there is no way back.
#define HEADWAY_IRREVERSIBLE static_assert(true, "")

/// The namespace that all of a history's revisions share. add_migrations() gives each history one of its own,
/// so that two of them in one program may have the same ids.
#ifndef HEADWAY_HISTORY
#define HEADWAY_HISTORY headway_revisions
#endif

namespace headway {

/// Bytes that are no text. A view.
struct blob {
    const void* bytes;
    std::size_t size;
};

/// What is bound to a parameter. A view: what it is made of has to live until the call ends.
class value {
public:
    enum class kind : std::uint8_t { null, integer, real, text, blob };

    constexpr value(std::nullptr_t) noexcept {}
    template <class Number, std::enable_if_t<std::is_arithmetic_v<Number>, int> = 0>
    constexpr value(Number number) noexcept {
        if constexpr (std::is_integral_v<Number>) {
            kind_ = kind::integer;
            integer_ = static_cast<std::int64_t>(number);
        } else {
            kind_ = kind::real;
            real_ = static_cast<double>(number);
        }
    }
    constexpr value(std::string_view text) noexcept
        : kind_(kind::text), bytes_(text.data()), size_(text.size()) {}
    constexpr value(const char* text) noexcept
        : value(text == nullptr ? value(nullptr) : value(std::string_view(text))) {}
    template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, std::string_view>, int> = 0>
    constexpr value(const Text& text) noexcept : value(std::string_view(text)) {}
    constexpr value(blob bytes) noexcept : kind_(kind::blob), bytes_(bytes.bytes), size_(bytes.size) {}

    /// Not to be called: for whom binds it.
    [[nodiscard]] constexpr kind what() const noexcept { return kind_; }
    [[nodiscard]] constexpr std::int64_t integer() const noexcept { return integer_; }
    [[nodiscard]] constexpr double real() const noexcept { return real_; }
    [[nodiscard]] constexpr const void* bytes() const noexcept { return bytes_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

private:
    kind kind_ = kind::null;
    std::int64_t integer_ = 0;
    double real_ = 0;
    const void* bytes_ = nullptr;
    std::size_t size_ = 0;
};

/// A row of a result, converted as SQLite converts (https://www.sqlite.org/c3ref/column_blob.html). Columns
/// count from 0. Views are good until the function that was given the row returns, or asks for the same
/// column as something else.
class row {
public:
    explicit row(sqlite3_stmt* statement) noexcept : statement_(statement) {}

    [[nodiscard]] int columns() const noexcept;
    [[nodiscard]] bool is_null(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double real(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] blob bytes(int column) const noexcept;

private:
    sqlite3_stmt* statement_;
};

namespace detail {
class code_run;

/// SQL, and the line that has called with it.
struct called_sql {
    template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, std::string_view>, int> = 0>
    called_sql(const Text& text, unsigned at = __builtin_LINE()) : sql(text), line(at) {}
    std::string_view sql;
    unsigned line;
};

/// What is called for each row; false if no further one is wanted.
struct row_reader {
    void* self;
    bool (*read)(void* self, const row&);
};
} // namespace detail

/// The database within a migration. It is at the revision before, and in the transaction that all pending
/// revisions share: whatever comes out of a function as an exception rolls everything back and comes out of
/// headway::upgrade() as a headway::error with the revision, the file and the line; a std::bad_alloc comes
/// out as it is.
///
/// What migrations in SQL cannot do is refused here too, and the refusal holds even if its exception is
/// caught. Only good while the function runs, and in its thread.
class migration {
public:
    migration(const migration&) = delete;
    migration& operator=(const migration&) = delete;

    /// Runs statements, as a section of SQL runs them. Throws headway::error; a statement that has failed has
    /// changed nothing, and what was done before stays if the exception is caught.
    void execute(detail::called_sql sql);
    /// Runs one statement with values for its parameters, in their order: numbers, texts, `headway::blob`,
    /// `nullptr`.
    template <class... Values>
    void execute(detail::called_sql sql, const value& first, const Values&... more) {
        const value values[] = {first, value(more)...};
        run(sql, values, sizeof...(Values) + 1, {});
    }
    /// Runs one statement and calls `each`, the last argument, with each row; in front of it stand the values
    /// of the parameters. If `each` returns a bool, false ends it. What `each` throws comes out. A statement
    /// may run within another's rows, but not drop what that one reads.
    template <class... ValuesAndEach>
    void query(detail::called_sql sql, ValuesAndEach&&... arguments) {
        static_assert(sizeof...(ValuesAndEach) > 0, "the last argument is called with each row");
        query_with(sql, std::forward_as_tuple(std::forward<ValuesAndEach>(arguments)...),
                   std::make_index_sequence<sizeof...(ValuesAndEach) - 1>());
    }

    /// SQLite's own connection, for what the application has already. Statements that are prepared on it have
    /// to be finalized when the function returns; they can neither begin nor end a transaction, nor can the
    /// connection's authorizer, commit hook and progress handler be set. Of the program's own there is no
    /// commit hook afterwards.
    [[nodiscard]] sqlite3* handle();

    /// Tells the program that the revision is under way, as SQL does by itself while it runs. Throws if the
    /// program wants to stop; to be called now and then by what computes for long.
    void progress();
    /// Whether the program wants to stop. The revision is rolled back then, however the function returns.
    [[nodiscard]] bool cancelled();

private:
    friend class detail::code_run;
    explicit migration(detail::code_run& run) noexcept : run_(run) {}

    void run(detail::called_sql sql, const value* values, std::size_t count, detail::row_reader);

    template <class Arguments, std::size_t... At>
    void query_with(detail::called_sql sql, Arguments arguments, std::index_sequence<At...>) {
        auto& each = std::get<sizeof...(At)>(arguments);
        using function = std::remove_reference_t<decltype(each)>;
        const value values[] = {value(std::get<At>(arguments))..., value(nullptr)};
        run(sql, values, sizeof...(At),
            {const_cast<void*>(static_cast<const void*>(&each)), [](void* self, const row& one) {
                 auto& call = *static_cast<function*>(self);
                 if constexpr (std::is_same_v<decltype(call(one)), bool>)
                     return call(one);
                 else
                     return static_cast<void>(call(one)), true;
             }});
    }

    detail::code_run& run_;
};

} // namespace headway
