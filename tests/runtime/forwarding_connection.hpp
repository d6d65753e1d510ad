#pragma once

#include "apply/connection.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::tests {

/// Hands all that it is asked on to a `Connection`. A test derives from it, and overrides what is to be done
/// wrongly.
template <class Connection>
class forwarding_connection : public detail::connection {
public:
    template <class... Arguments>
    explicit forwarding_connection(Arguments&&... arguments)
        : right_(std::forward<Arguments>(arguments)...) {}

    [[nodiscard]] engine kind() const noexcept override { return right_.kind(); }
    [[nodiscard]] std::vector<std::string> rows() override { return right_.rows(); }
    [[nodiscard]] bool has_version_table() override { return right_.has_version_table(); }
    [[nodiscard]] std::vector<detail::booked_step> booked(std::string_view query) override {
        return right_.booked(query);
    }
    void open() override { right_.open(); }
    void close() noexcept override { right_.close(); }
    void lock() override { right_.lock(); }
    void run(std::string_view script) override { right_.run(script); }
    void run_alone(std::string_view script) override { right_.run_alone(script); }
    void run_code(const history& h, step one, const options& chosen) override {
        right_.run_code(h, one, chosen);
    }
    [[nodiscard]] bool has_to_commit() const noexcept override { return right_.has_to_commit(); }
    void create_version_table() override { right_.create_version_table(); }
    void write_rows(const std::vector<std::string_view>& removed,
                    const std::vector<std::string_view>& added) override {
        right_.write_rows(removed, added);
    }
    void write_log(const detail::log_record& record) override { right_.write_log(record); }
    void spare_others(std::function<bool(std::string_view)> is_own) override {
        right_.spare_others(std::move(is_own));
    }
    [[nodiscard]] bool has_object(std::string_view name) override { return right_.has_object(name); }
    void check() override { right_.check(); }
    void commit() override { right_.commit(); }
    void roll_back() noexcept override { right_.roll_back(); }
    void read_log(const std::function<void(const detail::logged_revision&)>& each) override {
        right_.read_log(each);
    }
    [[nodiscard]] bool
    has_line(const std::function<bool(std::string_view, std::string_view)>& is_one) override {
        return right_.has_line(is_one);
    }
    [[nodiscard]] logged_script logged(std::int64_t sequence) override { return right_.logged(sequence); }
    void on_beat(std::function<void()> beat) override { right_.on_beat(std::move(beat)); }
    void at_one_moment(const std::function<void(connection&)>& look) override { right_.at_one_moment(look); }
    [[nodiscard]] std::string back_up(const backup_policy& how) override { return right_.back_up(how); }
    [[nodiscard]] bool install(const history& h, const detail::installation& how) override {
        return right_.install(h, how);
    }

protected:
    Connection right_;
};

} // namespace headway::tests
