// The smallest host there is, with and without Headway: the difference in size is what the runtime adds.

#include <sqlite3.h>

#ifdef WITH_HEADWAY
#include "headway/headway.hpp"

namespace {
constexpr const char* chunk[] = {"001\0\0001.sql\0\0\0\0\0\0"};
constexpr const char* const* parts[] = {chunk};
constexpr headway::revision_row rows[] = {{{0, 0, 0}, {0, 0, 12}, 0, 0, 1, 1, 0, 0, 0, 0, {1, 2, 3, 4}}};
constexpr std::uint32_t edges[] = {0};
constexpr std::uint32_t heads[] = {0};
constexpr headway::history history = {{headway::history_format, headway::engine::sqlite},
                                      parts,
                                      rows,
                                      edges,
                                      heads,
                                      1,
                                      1,
                                      60000,
                                      nullptr,
                                      0,
                                      nullptr,
                                      0,
#ifdef WITH_IMAGE
                                      {{0, 0, 0}, 1, 1, headway::detail::install_image}
#endif
};
} // namespace
#endif

int main(int, char** arguments) {
    sqlite3* db = nullptr;
    if (sqlite3_open(arguments[1], &db) != SQLITE_OK) return 1;
#ifdef WITH_HEADWAY
    const bool done = headway::upgrade(db, history).up_to_date();
#else
    const bool done = sqlite3_exec(db, "SELECT 1", nullptr, nullptr, nullptr) == SQLITE_OK;
#endif
    sqlite3_close(db);
    return done ? 0 : 1;
}
