#pragma once

#include "apply/apply.hpp"
#include "apply/connection.hpp"
#include "apply/offline_start.hpp"

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace headway::detail {

/// A database that writes down what it is told, as a script for the program of an engine. What each engine
/// says in its own way is virtual here, or pure in `connection`. The plan has to outlive this.
class offline_connection : public connection {
public:
    offline_connection(const offline_start&, const plan&, step_heading);

    /// The script of the plan; made by the applier, so that it does what that does.
    [[nodiscard]] std::string write_plan(const history&, const options&);
    /// The same of a stamp, which runs nothing.
    [[nodiscard]] std::string write_stamp(const history&, const options&);

    [[nodiscard]] std::vector<std::string> rows() override { return rows_; }
    [[nodiscard]] bool has_version_table() override { return true; } // it is said where the database is
    [[nodiscard]] std::vector<booked_step> booked(std::string_view) override { return {}; }
    void close() noexcept override {}
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override;
    void spare_others(std::function<bool(std::string_view)>) override {}
    void commit() override { finish("COMMIT"); }
    void roll_back() noexcept override; // before a statement that runs alone
    void read_log(const std::function<void(const logged_revision&)>&) override {} // nobody has it at hand
    [[nodiscard]] bool has_line(const std::function<bool(std::string_view, std::string_view)>&) override {
        return false;
    }
    // What needs a database is not asked of a script: it has revisions of one history alone, which has no
    // image and no functions, and the options for it name no check, no backup and nobody who listens.
    [[nodiscard]] logged_script logged(std::int64_t) override { no_database(); }
    void run_code(const history&, step, const options&) override { no_database(); }
    void on_beat(std::function<void()>) override { no_database(); }
    [[nodiscard]] bool has_object(std::string_view) override { no_database(); }
    void at_one_moment(const std::function<void(connection&)>&) override { no_database(); }
    [[nodiscard]] std::string back_up(const backup_policy&) override { no_database(); }
    [[nodiscard]] bool install(const history&, const installation&) override { no_database(); }

protected:
    void write(std::initializer_list<std::string_view> parts);
    /// The version table, as the script spells it.
    [[nodiscard]] virtual std::string place() const = 0;
    /// Writes the end of the transaction, which is open.
    virtual void end(std::string_view how) = 0;
    [[nodiscard]] bool purges() const noexcept { return purges_; } ///< Whatever rows there are.
    [[nodiscard]] const std::vector<std::string>& known_rows() const noexcept { return rows_; }
    [[nodiscard]] std::string rows_with(std::string_view between) const;
    [[nodiscard]] bool is_at_first_step() const noexcept { return next_ == 0; }
    /// The words about the step that runs next, which the one after it then is.
    [[nodiscard]] std::string next_heading();

    std::string text_;
    bool is_open_ = false; ///< Whether a transaction is.

private:
    [[noreturn]] static void no_database();
    [[nodiscard]] std::string take();
    void finish(std::string_view how);

    const plan& plan_;
    const step_heading heading_;
    const bool purges_;
    std::vector<std::string> rows_; ///< Sorted.
    std::size_t next_ = 0;          ///< The step that runs next.
};

} // namespace headway::detail
