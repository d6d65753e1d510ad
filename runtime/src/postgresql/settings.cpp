#include "postgresql/settings.hpp"

#include "sql/spelled_name.hpp"
#include "text.hpp"

#include <iterator>

namespace headway::detail {
namespace {

struct setting {
    const char* name;
    const char* value; ///< What migrations run with; null if that is what the program wants.
};

/// A role that is set is lost when the session's user is: hence their order.
constexpr setting settings_of_session[] = {
    {"session_authorization", nullptr},
    {"role", nullptr},
    {"search_path", nullptr},
    {"default_tablespace", nullptr},
    {"client_encoding", "UTF8"},
    {"standard_conforming_strings", "on"},
    {"backslash_quote", "safe_encoding"},
    {"transform_null_equals", "off"},
    {"array_nulls", "on"},
    {"TimeZone", "UTC"},
    {"DateStyle", "ISO, MDY"},
    {"IntervalStyle", "postgres"},
    {"extra_float_digits", "1"},
    {"bytea_output", "hex"},
    {"xmloption", "content"},
    {"check_function_bodies", "on"},
    {"row_security", "on"},
    {"statement_timeout", "0"},
    {"transaction_timeout", "0"},
    {"idle_in_transaction_session_timeout", "0"},
    {"idle_session_timeout", "0"},
    {"lock_timeout", ""},
};

void add_setting(std::string& list, const char* name, std::string_view value) {
    list += joined({list.empty() ? "" : ", ", "(", literal(name), ", ", literal(value), ")"});
}

/// Sets one after the other: all those that `which` says of `name` and `value`.
std::string statement_of(const std::string& list, bool for_transaction, const char* which) {
    return joined({"SELECT set_config(name, value, ", for_transaction ? "true" : "false", ") FROM (VALUES ",
                   list, ") AS wanted (name, value) WHERE ", which});
}

} // namespace

std::string pg_settings::columns() {
    std::string list;
    for (const setting& one : settings_of_session) {
        list += joined({list.empty() ? "" : ", ", "current_setting(", literal(one.name), ", true)"});
    }
    return list;
}

void pg_settings::note(const pg_result& row, int first) {
    of_program_.clear();
    for (std::size_t at = 0; at < std::size(settings_of_session); ++at) {
        of_program_.emplace_back(row.text(0, first++));
    }
}

std::string pg_settings::to_begin(long long lock_timeout) const {
    std::string text;
    std::size_t at = 0;
    for (const setting& one : settings_of_session) {
        const std::string& wanted = of_program_[at++];
        if (one.value == nullptr || wanted.empty() || wanted == one.value) continue;
        const std::string value = *one.value == '\0' ? std::to_string(lock_timeout) + "ms" : one.value;
        text += joined({text.empty() ? "SELECT " : ", ", "set_config(", literal(one.name), ", ",
                        literal(value), ", true)"});
    }
    return text;
}

std::string pg_settings::to_apply(bool for_transaction, long long lock_timeout) const {
    std::string list;
    std::size_t at = 0;
    for (const setting& one : settings_of_session) {
        const std::string& wanted = of_program_[at++];
        if (one.value == nullptr) {
            add_setting(list, one.name, wanted);
        } else if (!wanted.empty()) {
            add_setting(list, one.name, *one.value == '\0' ? std::to_string(lock_timeout) + "ms" : one.value);
        }
    }
    return statement_of(list, for_transaction,
                        "current_setting(name, true) <> value"); // a role needs a right
}

std::string pg_settings::to_put_back() const {
    std::string list;
    std::size_t at = 0;
    for (const setting& one : settings_of_session) {
        add_setting(list, one.name, of_program_[at++]);
    }
    // What it is in the transaction says nothing of what it would be behind it.
    return statement_of(list, false, "current_setting(name, true) IS NOT NULL");
}

} // namespace headway::detail
