#pragma once

#include "apply/connection.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace headway::tests {

/// Of an engine that nobody else speaks to.
inline constexpr table_kind recorded_kind{history_format, static_cast<engine>(99)};

/// An engine without a database: it keeps rows and log in memory, understands no SQL, and records what it is
/// asked. Only what is committed stays.
class recorded_connection final : public detail::connection {
public:
    std::vector<std::string> calls; ///< In order, with what matters of their arguments.
    std::string bad_script;         ///< The script that fails, 5 bytes from its begin.
    std::set<std::string> objects;  ///< That are there, whatever scripts do.
    std::size_t beats = 0;          ///< How often a script that runs tells that it is alive.
    /// What another process writes while this one waits for the lock.
    std::set<std::string> rows_at_lock;

    /// Without a call being recorded.
    void set_rows(std::set<std::string> rows) { saved_.rows = now_.rows = std::move(rows); }
    [[nodiscard]] const std::set<std::string>& committed_rows() const { return saved_.rows; }
    /// `operation revision` of each committed line.
    [[nodiscard]] std::vector<std::string> committed_log() const {
        std::vector<std::string> lines;
        for (const line& one : saved_.log) {
            lines.push_back(one.operation + " " + one.revision);
        }
        return lines;
    }
    /// As if a revision had been applied from other SQL.
    void forge_checksum(std::size_t at) { saved_.log.at(at).checksum = now_.log.at(at).checksum = "0"; }

    [[nodiscard]] engine kind() const noexcept override { return recorded_kind.of; }
    [[nodiscard]] std::vector<std::string> rows() override {
        calls.emplace_back("rows");
        return {now_.rows.begin(), now_.rows.end()};
    }
    [[nodiscard]] bool has_version_table() override { return !now_.rows.empty(); }
    [[nodiscard]] std::vector<detail::booked_step> booked(std::string_view) override { return {}; }
    void open() override { calls.emplace_back("open"); }
    void close() noexcept override {
        calls.emplace_back("close");
        beat_ = nullptr;
        now_ = saved_;
    }
    void lock() override {
        calls.emplace_back("lock");
        if (!rows_at_lock.empty()) set_rows(std::exchange(rows_at_lock, {}));
    }
    void run(std::string_view script) override { run_script("run", script); }
    void run_alone(std::string_view script) override { run_script("run_alone", script); }
    void run_code(const history&, step, const options&) override { calls.emplace_back("run_code"); }
    bool commits_at_once = false; ///< As behind a statement whose outcome can be used only then.
    [[nodiscard]] bool has_to_commit() const noexcept override { return commits_at_once; }
    void create_version_table() override { calls.emplace_back("create_version_table"); }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        std::string call = "write_rows";
        for (const std::string_view row : removed) {
            now_.rows.erase(std::string(row));
            call.append(" -").append(row);
        }
        for (const std::string_view row : added) {
            now_.rows.emplace(row);
            call.append(" +").append(row);
        }
        calls.push_back(call);
    }
    void write_log(const detail::log_record& record) override {
        calls.push_back("write_log " + std::string(record.operation) + " " + std::string(record.revision));
        now_.log.push_back({std::string(record.revision), std::string(record.operation), record.checksum,
                            std::string(record.down), record.parents, record.flags});
    }
    void spare_others(std::function<bool(std::string_view name)> is_own) override {
        calls.emplace_back("spare_others");
        is_own_ = std::move(is_own);
    }
    [[nodiscard]] bool has_object(std::string_view name) override {
        calls.push_back("has_object " + std::string(name));
        return objects.count(std::string(name)) != 0;
    }
    void check() override { calls.emplace_back("check"); }
    void commit() override {
        calls.emplace_back("commit");
        saved_ = now_;
    }
    void roll_back() noexcept override {
        calls.emplace_back("roll_back");
        now_ = saved_;
    }
    void read_log(const std::function<void(const detail::logged_revision&)>& each) override {
        calls.emplace_back("read_log");
        std::set<std::string> told;
        for (std::size_t at = now_.log.size(); at-- > 0;) {
            const line& one = now_.log[at];
            if (!told.insert(one.revision).second) continue;
            each({static_cast<std::int64_t>(at),
                  one.revision,
                  one.operation,
                  one.checksum,
                  "then",
                  {},
                  {},
                  one.parents,
                  {},
                  one.flags});
        }
    }
    [[nodiscard]] bool
    has_line(const std::function<bool(std::string_view, std::string_view)>& is_one) override {
        calls.emplace_back("has_line");
        return std::any_of(now_.log.begin(), now_.log.end(),
                           [&](const line& one) { return is_one(one.revision, one.parents); });
    }
    [[nodiscard]] logged_script logged(std::int64_t sequence) override {
        const line& one = now_.log.at(static_cast<std::size_t>(sequence));
        calls.push_back("logged " + one.revision);
        return {one.checksum, one.down};
    }
    void on_beat(std::function<void()> beat) override {
        calls.emplace_back("on_beat");
        beat_ = std::move(beat);
    }
    void at_one_moment(const std::function<void(connection&)>& look) override {
        calls.emplace_back("at_one_moment");
        look(*this);
    }
    [[nodiscard]] std::string back_up(const backup_policy& how) override {
        calls.emplace_back("back_up");
        return how.make(*this, how);
    }
    [[nodiscard]] bool install(const history& h, const detail::installation& how) override {
        calls.emplace_back("install");
        return h.image.install(*this, h, how);
    }

private:
    struct line {
        std::string revision;
        std::string operation;
        std::string checksum;
        std::string down;
        std::string parents;
        std::uint32_t flags;
    };
    struct contents {
        std::set<std::string> rows;
        std::vector<line> log;
    };

    void run_script(const char* how, std::string_view script) {
        calls.push_back(how + (" " + std::string(script)));
        for (std::size_t beat = 0; beat < beats && beat_; ++beat) {
            beat_();
        }
        if (script == bad_script)
            throw detail::statement_failure{false, error_code::statement, 5, "it makes no sense", "the rest",
                                            42};
    }

    contents now_;
    contents saved_;
    std::function<void()> beat_;
    std::function<bool(std::string_view)> is_own_;
};

} // namespace headway::tests
