#include "image/image.hpp"

#include "image/compact.hpp"
#include "image/contents.hpp"
#include "image/image_replay.hpp"
#include "image/made_up_machine.hpp"
#include "read/place.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <memory>

namespace headway::compiler {
namespace {

constexpr machine here{212'700'000'000'000, 1, "UTC0"};
constexpr machine there{212'612'345'678'901, 0x5eed, "ELSE-11:34"};

/// What an image cannot stand for.
std::optional<finding> find_obstacle(const graph& history) {
    for (const linked_revision& each : history.revisions) {
        if (!each.from.up.transaction)
            return finding{rule::no_image,
                           marker_of(each.from.up),
                           "new databases get no image: what runs without a transaction can do more than an "
                           "image holds",
                           {}};
        if (each.from.code)
            return finding{rule::no_image,
                           each.from.code->upgrade,
                           "new databases get no image: what C++ does is known to the program alone",
                           {}};
    }
    return std::nullopt;
}

/// What a program installs has to be what another one replays.
std::optional<finding> differs_installed(const graph& history, const built_image& image,
                                         SQLite::Database& replayed) {
    const table packed(history, 1, {}, {}, image);
    SQLite::Database installed(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const bool done = upgrade(installed.getHandle(), packed.view(), "heads").installed;
    if (!done) return no_image(history, "the runtime cannot install it");
    if (const auto what = first_difference(contents_of(replayed), contents_of(installed)))
        return no_image(history, fmt::format("{} does not survive being copied", *what));
    SQLite::Statement check(installed, "PRAGMA integrity_check");
    if (!check.executeStep() || check.getColumn(0).getString() != "ok")
        return no_image(history, "SQLite finds fault with it");
    return std::nullopt;
}

class maker {
public:
    maker(const graph& history, const declared_names& declared, const kept_states& states)
        : history_(history),
          declared_(declared),
          states_(states),
          texts_(history, 1),
          packed_(texts_.view()) {}

    /// Fills `image`, or returns why there is none.
    std::optional<finding> make(built_image& image) {
        if (auto why = find_obstacle(history_)) return why;
        const auto first = replay_first();
        if (first->why_not) return first->why_not;
        const std::string bytes = compact(first->database());
        if (!declares_nothing() || !first->is_schema_alone()) {
            if (auto why = differs_elsewhere(first->database(), bytes)) return why;
        }
        image = packed(bytes);
        return differs_installed(history_, image, first->database());
    }

private:
    [[nodiscard]] std::uint32_t count() const {
        return static_cast<std::uint32_t>(history_.revisions.size());
    }
    [[nodiscard]] bool declares_nothing() const {
        return declared_.functions.empty() && declared_.collations.empty() && declared_.extensions.empty() &&
               declared_.tokenizers.empty();
    }

    /// From where it was kept, if it was. It is kept before the last revision too, which is the one that is
    /// edited.
    std::unique_ptr<image_replay> replay_first() {
        const made_up_machine machine(here);
        auto replay = std::make_unique<image_replay>(history_, packed_, declared_, false,
                                                     transaction_mode::all_pending);
        for (std::uint32_t end = states_.find ? count() : 0; end > 0; --end) {
            const auto kept = states_.find(end);
            if (kept && replay->resume(*kept, end)) break;
        }
        for (const std::uint32_t end : {count() - 1, count()}) {
            replay->run_to(end);
            if (end > 0 && states_.keep && !replay->why_not && replay->is_schema_alone())
                states_.keep(end, replay->state());
        }
        return replay;
    }

    /// The connection, too, has to be opened on that machine.
    std::optional<finding> differs_elsewhere(SQLite::Database& first, const std::string& bytes) {
        const made_up_machine machine(there);
        image_replay second(history_, packed_, declared_, true, transaction_mode::per_revision);
        second.run_to(count());
        if (second.why_not) return second.why_not;
        if (compact(second.database()) == bytes) return std::nullopt;
        const auto what = first_difference(contents_of(first), contents_of(second.database()));
        return no_image(history_, fmt::format("{} differs from one database to another",
                                              what.value_or("what is in its pages")));
    }

    const graph& history_;
    const declared_names& declared_;
    const kept_states& states_;
    table texts_;
    headway::history packed_;
};

} // namespace

made_image make_image(const graph& history, const declared_names& declared, const kept_states& states) {
    made_image result;
    if (history.revisions.empty()) return result;
    result.why_not = maker(history, declared, states).make(result.image);
    if (result.why_not) result.image = {};
    return result;
}

/// Behind the last revision all of it has happened.
finding no_image(const graph& history, std::string_view why) {
    return {rule::no_image,
            marker_of(history.revisions.back().from.up),
            fmt::format("new databases get no image: {}", why),
            {}};
}

} // namespace headway::compiler
