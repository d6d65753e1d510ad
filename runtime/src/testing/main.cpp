#include "headway/testing.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

namespace headway::testing {

int main(int argc, char** argv, const history& h, setup* prepare) noexcept {
    try {
        request asked;
        asked.prepare = prepare;
        std::string databases;
        std::string snapshots;
        for (int at = 1; at < argc; ++at) {
            const std::string_view word = argv[at];
            const bool has_value = at + 1 < argc;
            if (word == "--directory" && has_value) {
                asked.directory = argv[++at];
            } else if (word == "--fixtures" && has_value) {
                asked.fixtures = argv[++at];
            } else if (word == "--databases" && has_value) {
                databases = argv[++at];
            } else if (word == "--snapshot" && has_value) {
                snapshots = argv[++at];
            } else {
                std::fprintf(stderr,
                             "%s: unknown argument %s: there are --directory, --fixtures, --databases and "
                             "--snapshot\n",
                             argv[0], argv[at]);
                return 2;
            }
        }
        if (!snapshots.empty()) {
            std::printf("%s\n", snapshot(h, asked, snapshots).c_str());
            return 0;
        }
        int wrong = prove(h, asked, stdout);
        if (!databases.empty()) wrong += check_databases(h, databases, prepare, stdout);
        return wrong == 0 ? 0 : 1;
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "%s: %s\n", argv[0], failed.what());
        return 1;
    }
}

} // namespace headway::testing
