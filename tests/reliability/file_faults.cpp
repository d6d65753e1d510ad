#include "campaign.hpp"
#include "watched_vfs.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string_view>

namespace headway::reliability {
namespace {

/// What befalls the Nth file operation of a launch.
struct fault {
    const char* journal;
    transaction_mode transaction;
    bool disk_full = false;
    bool for_ever = false;
    std::uint64_t operation = 0;
    const host_setting* setting = nullptr;
    const ending* end = nullptr;

    [[nodiscard]] host launched(const order& how, const std::string& path, const char* vfs) const {
        host from{path, vfs, journal, transaction, how.bug};
        from.setting = setting;
        from.end = end;
        return from;
    }
    /// Whether the launch has to fail, whatever befalls it.
    [[nodiscard]] bool is_refused() const noexcept {
        return end != nullptr || (setting != nullptr && setting->refused);
    }
};

/// Fails an operation, or it and all that follow.
class saboteur final : public observer {
public:
    explicit saboteur(const fault& planned) : planned_(planned) {}
    int before(const operation& next) override {
        if (planned_.disk_full && !needs_space(next)) return SQLITE_OK;
        const std::uint64_t number = seen_++;
        const bool fails = planned_.for_ever ? number >= planned_.operation : number == planned_.operation;
        if (!fails) return SQLITE_OK;
        return planned_.disk_full ? SQLITE_FULL : io_error(next.kind);
    }
    [[nodiscard]] bool has_struck() const noexcept { return seen_ > planned_.operation; }

private:
    fault planned_;
    std::uint64_t seen_ = 0;
};

/// Kills its own process before an operation; of every second write half is done.
class assassin final : public observer {
public:
    explicit assassin(std::uint64_t operation) : operation_(operation) {}
    int before(const operation& next) override {
        if (seen_++ != operation_ / 2) return SQLITE_OK;
        if (next.kind == operation_kind::write && operation_ % 2 == 1)
            next.real->pMethods->xWrite(next.real, next.bytes, next.size / 2, next.offset);
        raise(SIGKILL);
        return SQLITE_IOERR;
    }

private:
    std::uint64_t operation_; ///< Doubled; odd if a write is to be done by half.
    std::uint64_t seen_ = 0;
};

void explain(const order& how, const fault& befell, const char* what) {
    if (!how.explains) return;
    std::fprintf(stderr, "%s: journal %s, operation %llu, %s %s%s%s\n", what, befell.journal,
                 static_cast<unsigned long long>(befell.operation),
                 befell.disk_full ? "disk full" : "I/O error", befell.for_ever ? "for ever" : "once",
                 befell.end == nullptr ? "" : befell.end->name,
                 befell.setting == nullptr ? "" : befell.setting->name);
}

/// Who looks at what the fault has left.
host found_by(const order& how, const fault& befell, const std::string& path) {
    host next{path, nullptr, befell.journal, befell.transaction};
    next.explains = how.explains;
    return next;
}

/// Returns false if the launch was over before the fault.
bool strike(const scenario& upgrade, const order& how, const fault& planned, const std::string& path,
            tally& found) {
    upgrade.write_start(path, planned.journal);
    saboteur watching(planned);
    launched launch;
    {
        const watched_vfs vfs(watching);
        launch = upgrade.launch(planned.launched(how, path, vfs.name()));
    }
    if (launch.left_behind != nullptr) {
        ++found.unclean;
        explain(how, planned, launch.left_behind);
    }
    verdict end = upgrade.inspect(found_by(how, planned, path), launch.succeeded);
    if (planned.is_refused() && launch.succeeded) end = verdict::lost;
    if (!planned.is_refused() && !watching.has_struck() && !launch.succeeded) end = verdict::stuck;
    found.count(end);
    if (end != verdict::intact) explain(how, planned, name_of(end));
    return watching.has_struck();
}

/// Returns false if the launch was over before its death.
bool die(const scenario& upgrade, const order& how, const fault& planned, const std::string& path,
         tally& found) {
    upgrade.write_start(path, planned.journal);
    const pid_t child = fork();
    if (child == 0) {
        assassin watching(planned.operation);
        const watched_vfs vfs(watching);
        _exit(upgrade.launch(planned.launched(how, path, vfs.name())).succeeded ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    const verdict end =
        upgrade.inspect(found_by(how, planned, path), WIFEXITED(status) && WEXITSTATUS(status) == 0);
    found.count(end);
    if (end != verdict::intact) explain(how, planned, name_of(end));
    return WIFSIGNALED(status);
}

/// Every `stride`th operation, each worker its share of them, until one lies behind the launch's end or the
/// order is met.
template <class Do>
void at_operations(unsigned worker, const order& how, std::uint64_t stride, fault planned, const tally& found,
                   Do strike_at) {
    planned.operation = (how.seed % stride) + worker * stride;
    while (strike_at(planned) && !how.is_met_by(found)) {
        planned.operation += stride * how.workers;
    }
}

/// The fault that befalls each journal and way to divide the revisions, at every operation.
void strike_everywhere(const scenario& upgrade, const order& how, unsigned worker, fault planned,
                       tally& found) {
    const workshop shop;
    for (const char* const journal : journals) {
        for (const transaction_mode transaction : transactions) {
            planned.journal = journal;
            planned.transaction = transaction;
            at_operations(worker, how, how.stride(29), planned, found,
                          [&](const fault& at) { return strike(upgrade, how, at, shop.database(), found); });
        }
    }
}

bool is_tried(const order& how, std::string_view name) {
    return how.one == nullptr || how.one == name;
}

} // namespace

tally ended_transactions(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        tally found;
        for (const ending& each : endings) {
            fault planned{};
            planned.end = &each;
            if (is_tried(how, each.name)) strike_everywhere(upgrade, how, worker, planned, found);
        }
        return found;
    });
}

tally unusual_settings(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        tally found;
        for (const host_setting& each : host_settings_tried) {
            fault planned{};
            planned.setting = &each;
            if (is_tried(how, each.name)) strike_everywhere(upgrade, how, worker, planned, found);
        }
        return found;
    });
}

tally file_faults(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        const workshop shop;
        tally found;
        for (const char* journal : journals) {
            for (int kind = 0; kind < 8; ++kind) {
                const fault planned{journal, transactions[kind / 4], kind % 2 == 1, kind / 2 % 2 == 1};
                at_operations(worker, how, how.stride(11), planned, found, [&](const fault& at) {
                    return strike(upgrade, how, at, shop.database(), found);
                });
            }
        }
        return found;
    });
}

tally process_deaths(const scenario& upgrade, const order& how) {
    return in_workers(how, [&](unsigned worker) {
        const workshop shop;
        tally found;
        for (const char* journal : journals) {
            for (const transaction_mode transaction : transactions) {
                at_operations(worker, how, how.stride(7), {journal, transaction}, found,
                              [&](const fault& at) { return die(upgrade, how, at, shop.database(), found); });
            }
        }
        return found;
    });
}

} // namespace headway::reliability
