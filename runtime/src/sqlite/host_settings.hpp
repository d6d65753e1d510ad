#pragma once

struct sqlite3;

namespace headway::detail {

/// What the program has set on its connection and what decides about the meaning of SQL. While migrations run
/// all of it is as SQLite has it by itself, which is how the build has proven them.
class host_settings {
public:
    host_settings() noexcept;
    /// Sets what is set otherwise. Returns SQLite's result code, and throws headway::error where something
    /// cannot be set; `put_back` is due in any case. May be called again if the database was busy.
    [[nodiscard]] int take_over(sqlite3*);
    /// Sets everything as it was. To be called outside of transactions.
    void put_back(sqlite3*) noexcept;

private:
    static constexpr int configurations = 10;
    static constexpr int switches = 4;
    [[nodiscard]] int set_switches(sqlite3*);
    [[nodiscard]] int keep_journals(sqlite3*);

    int configured_[configurations]; ///< What was there; -1 for what was left as it is.
    bool switched_[switches] = {};
    const char* journals_[2] = {}; ///< What stands in for a journal that is off: of `main`, of `temp`.
    int cache_spill_ = -1;
};

} // namespace headway::detail
