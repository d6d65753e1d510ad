#pragma once

namespace headway::detail {

/// What stands behind the name `headway_log` where it is created. `parents` and what follows came later: they
/// are added to a table that lacks them, and are NULL in the lines it has and in those that an older Headway
/// adds.
inline constexpr const char* log_columns = " (\n"
                                           "    sequence INTEGER PRIMARY KEY,\n"
                                           "    revision TEXT NOT NULL,\n"
                                           "    operation TEXT NOT NULL,\n"
                                           "    checksum TEXT NOT NULL,\n"
                                           "    started TEXT NOT NULL,\n"
                                           "    finished TEXT NOT NULL,\n"
                                           "    duration_us INTEGER NOT NULL,\n"
                                           "    headway TEXT NOT NULL,\n"
                                           "    application TEXT NOT NULL,\n"
                                           "    application_version TEXT NOT NULL,\n"
                                           "    down TEXT NOT NULL,\n"
                                           "    parents TEXT,\n"
                                           "    compatible_with TEXT,\n"
                                           "    flags INTEGER,\n"
                                           "    version_table TEXT\n"
                                           ")";

} // namespace headway::detail
