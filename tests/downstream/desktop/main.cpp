// An application whose users never see a command line: it backs its database up before it upgrades it, shows
// how far it is, can be cancelled, and knows what to do with a database that a newer release of it has
// upgraded.
//
//   desktop_<release> DATABASE [refuse|allow|step_back] [--cancel-at REVISION] [--restore BACKUP]
//   [--verify-schema]
#include DESKTOP_HEADER

#include <headway/headway.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <exception>
#include <iostream>
#include <string>

namespace {

headway::unknown_policy policy_named(const std::string& name) {
    if (name == "allow") return headway::unknown_policy::allow;
    if (name == "step_back") return headway::unknown_policy::step_back;
    return headway::unknown_policy::refuse;
}

void print(const headway::report& report) {
    if (!report.backup.empty()) std::cout << "backup: " << report.backup << '\n';
    for (const std::string& revision : report.unknown)
        std::cout << "newer than this release: " << revision << '\n';
    for (const headway::applied_step& step : report.steps)
        std::cout << "applied: " << step.revision << ' ' << step.summary << '\n';
    if (report.up_to_date() && report.unknown.empty()) std::cout << "up to date\n";
}

} // namespace

int main(int argc, char** argv) try {
    SQLite::Database db(argv[1], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    headway::options options;
    options.application = "desktop";
    options.application_version = DESKTOP_RELEASE;
    options.verify = headway::verification::applied;
    options.backup = headway::keep_backups(3);

    std::string cancel_at;
    for (int at = 2; at < argc; ++at) {
        const std::string word = argv[at];
        if (word == "--cancel-at") {
            cancel_at = argv[++at];
        } else if (word == "--verify-schema") {
            options.verify = headway::verification::schema;
        } else if (word == "--restore") {
            headway::restore(db, argv[++at]);
            std::cout << "restored\n";
            return 0;
        } else {
            options.on_unknown = policy_named(word);
        }
    }

    bool cancelled = false; // by the button beside the progress bar
    options.on_progress = [&](const headway::progress& now) {
        if (now.beat == 0) std::cout << now.index + 1 << '/' << now.total << ' ' << now.revision << '\n';
        cancelled = cancelled || now.revision == cancel_at;
    };
    options.cancelled = [&] { return cancelled; };

    print(headway::upgrade(db, DESKTOP_HISTORY::history, "head", options));
} catch (const headway::error& error) {
    std::cerr << (error.code() == headway::error_code::cancelled ? "cancelled: " : "desktop: ")
              << error.what() << '\n';
    return error.code() == headway::error_code::cancelled ? 3 : 1;
} catch (const std::exception& error) {
    std::cerr << "desktop: " << error.what() << '\n';
    return 1;
}
