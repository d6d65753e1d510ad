#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;

namespace headway::detail {

/// Views, triggers and indexes that no revision made, such as a view of the user's own. SQLite refuses to
/// rename a table or to drop a column while any of them does not work, and while a table is made anew it is
/// missing for a moment, and its triggers and indexes go with it. What is in the way is taken out of it until
/// the end of the revision, or of the transaction if it does not work before, and put back.
/// Functions return SQLite's result codes.
class bystanders {
public:
    /// Whether a revision makes or drops a view, trigger or index of this name.
    using owner = std::function<bool(std::string_view name)>;
    enum class kind : std::uint8_t { view, trigger, index };

    /// Nothing is taken out of the way before this is called.
    void spare(owner is_own) { is_own_ = std::move(is_own); }
    /// Notes, once in a transaction, what there is, before a statement that may break or rewrite it.
    [[nodiscard]] int look(sqlite3*);
    /// Takes what a statement failed by, according to SQLite's message, out of the way. `made` says whether
    /// the statement can be tried again.
    [[nodiscard]] int make_way(sqlite3*, std::string_view message, bool& made);
    /// Between two revisions: puts back what works, so that the next one finds it as it would in an upgrade
    /// of its own. The rest waits for put_back().
    [[nodiscard]] int settle(sqlite3*);
    /// Whether settle() has anything to look at.
    [[nodiscard]] bool are_disturbed() const noexcept { return looked_ && disturbed_; }
    /// Whether put_back() has anything to look at.
    [[nodiscard]] bool have_been_noted() const noexcept { return looked_; }
    /// Puts all of them back, also a trigger or index that went with its table, and gives back the text that
    /// a renaming has rewritten where it works by that alone. `refusal` is the reason if one that was in the
    /// way cannot work any more, and did before, or if rows are no longer unique that were so.
    [[nodiscard]] int put_back(sqlite3*, std::string& refusal);
    /// The transaction is over.
    void forget() noexcept;

private:
    struct object {
        kind type;
        std::string name;
        std::string table; ///< Of a trigger or index.
        std::string sql;
        bool works = true;     ///< Not known of indexes.
        bool required = false; ///< It is an error if it cannot work.
    };
    using objects = std::vector<object>;

    [[nodiscard]] static int read(sqlite3*, const char* where, std::string_view type, std::string_view name,
                                  objects& into);
    [[nodiscard]] static int try_out(sqlite3*, const object&, std::string& message);
    [[nodiscard]] static std::string drop(const object&, const char* condition);
    [[nodiscard]] int take(sqlite3*, const object&);
    [[nodiscard]] int take_changed(sqlite3*);
    void leave_out_own(objects&) const;
    [[nodiscard]] int note(sqlite3*);
    [[nodiscard]] int create(sqlite3*, const object&) const;
    [[nodiscard]] int restore(sqlite3*, const object&, bool& works) const;
    [[nodiscard]] int settle(sqlite3*, kind, objects& left) const;
    [[nodiscard]] int adapt(sqlite3*, const object&) const;
    [[nodiscard]] int judge(sqlite3*, const object&, std::string& refusal) const;
    [[nodiscard]] const object* noted(const object&) const noexcept;
    [[nodiscard]] bool is_absent(const object&) const noexcept;
    [[nodiscard]] const std::string& first_text(const object&) const noexcept;

    owner is_own_;
    bool looked_ = false;
    bool disturbed_ = false; ///< Since they were noted or settled.
    objects noted_;          ///< As they were, without what revisions made.
    objects absent_;         ///< Out of the way.
};

} // namespace headway::detail
