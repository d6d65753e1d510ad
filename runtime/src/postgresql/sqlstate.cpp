#include "postgresql/sqlstate.hpp"

namespace headway::detail {
namespace {

constexpr int disk_full = sqlstate_number("53100");
constexpr int io_error = sqlstate_number("58030");
constexpr int read_only_transaction = sqlstate_number("25006");
constexpr int query_canceled = sqlstate_number("57014");
constexpr int admin_shutdown = sqlstate_number("57P01");
constexpr int crash_shutdown = sqlstate_number("57P02");
constexpr int idle_session_timeout = sqlstate_number("57P05");
constexpr int idle_in_transaction_timeout = sqlstate_number("25P03");
constexpr int lock_not_available = sqlstate_number("55P03");
constexpr int deadlock_detected = sqlstate_number("40P01");
constexpr int serialization_failure = sqlstate_number("40001");
constexpr int data_corrupted = sqlstate_number("XX001");
constexpr int index_corrupted = sqlstate_number("XX002");
constexpr int foreign_key_violation = sqlstate_number("23503");

} // namespace

error_code code_of_sqlstate(int number, error_code otherwise) noexcept {
    switch (number) {
    case disk_full:
        return error_code::full;
    case io_error:
        return error_code::io;
    case read_only_transaction:
        return error_code::read_only;
    case query_canceled:
        return error_code::cancelled;
    case admin_shutdown:
    case crash_shutdown:
    case idle_session_timeout:
    case idle_in_transaction_timeout:
        return error_code::connection;
    case lock_not_available:
    case deadlock_detected:
    case serialization_failure:
        return error_code::busy;
    case data_corrupted:
    case index_corrupted:
        return error_code::corrupt;
    case foreign_key_violation:
        return otherwise == error_code::database ? error_code::foreign_keys : otherwise;
    default:
        return otherwise;
    }
}

bool is_worth_retrying(int number) noexcept {
    return code_of_sqlstate(number, error_code::database) == error_code::busy;
}

const char* advice_on_sqlstate(int number) noexcept {
    switch (number) {
    case active_transaction:
        return "; give it a revision of its own, whose section is `transaction:false`";
    case unsafe_new_enum_value:
        return "; add the value in a revision before this one, behind which a transaction ends";
    case read_only_transaction:
        return "; is this a standby? Connect to the primary";
    case disk_full:
        return "; make room and try again";
    default:
        return "";
    }
}

} // namespace headway::detail
