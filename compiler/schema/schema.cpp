#include "schema/schema.hpp"

#include "schema/structure.hpp"
#include "sql/name.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace headway::compiler {
namespace {

constexpr std::array<std::string_view, 4> kind_names{"table", "index", "view", "trigger"};

object_kind kind_of(std::string_view type) {
    const auto place = std::find(kind_names.begin(), kind_names.end(), type);
    return static_cast<object_kind>(place - kind_names.begin());
}

statement_kind statement_of(object_kind kind, std::string_view sql) {
    return kind == object_kind::table ? kind_of_table(sql) : statement_kind::other;
}

using object_pointer = std::shared_ptr<const schema_object>;

/// A row as it stands, its meaning read, without what the pragmas say. Columns: rowid, sql, type, name,
/// table.
schema_object read_row(SQLite::Statement& row) {
    schema_object object{kind_of(row.getColumn(2).getString()),
                         row.getColumn(0).getInt64(),
                         row.getColumn(3).getString(),
                         row.getColumn(4).getString(),
                         row.getColumn(1).getString(),
                         {},
                         {},
                         {}};
    object.meaning = normalise(object.sql, statement_of(object.kind, object.sql));
    return object;
}

/// The word behind USING.
std::string module_of(const lexemes& statement) {
    const auto keyword = std::find(statement.begin(), statement.end(), lexeme{lexeme_kind::word, "using"});
    return statement.end() - keyword > 1 ? fold(keyword[1].text) : std::string();
}

bool is_virtual(const schema_object& object) {
    return object.kind == object_kind::table && object.meaning.size() > 1 &&
           object.meaning[1].text == "virtual";
}

/// Whether the row is that of `object`. Type, name and table follow from the text.
bool is_unchanged(SQLite::Statement& row, const schema_object& object) {
    const SQLite::Column sql = row.getColumn(1);
    return std::string_view(sql.getText(), static_cast<std::size_t>(sql.getBytes())) == object.sql;
}

} // namespace

std::string_view to_string(object_kind kind) noexcept {
    return kind_names[static_cast<std::size_t>(kind)];
}

const schema_object* schema::find(object_kind kind, std::string_view name) const noexcept {
    for (const object_pointer& object : objects) {
        if (object->kind == kind && same_name(object->name, name)) return object.get();
    }
    return nullptr;
}

/// One reading: what is as before, what is fresh, and then the pragmas about what is fresh.
class schema_reader::pass {
public:
    pass(const std::vector<entry>& before, const std::vector<std::string>& left_out, bool& has_virtual)
        : before_(before), left_out_(left_out), has_virtual_(has_virtual) {}
    std::vector<entry> run(SQLite::Database&);
    /// Adds to `known` what follows its last.
    std::vector<entry> run_behind(std::vector<entry> known, SQLite::Database&);

private:
    /// What the pragmas are still to be asked about.
    struct fresh_object {
        std::size_t at; ///< In `now_`.
        std::shared_ptr<schema_object> object;
    };
    void scan(SQLite::Database&);
    void take(SQLite::Statement& row);
    void gone(const schema_object&);
    void find_stale_indexes();
    void ask(pragmas&, const fresh_object&);
    std::vector<entry> finish(SQLite::Database&);
    bool belongs_to_somebody(const schema_object&) const;

    const std::vector<entry>& before_;
    const std::vector<std::string>& left_out_;
    bool& has_virtual_;
    std::size_t next_ = 0; ///< In `before_`.
    std::vector<entry> now_;
    std::vector<fresh_object> fresh_; ///< In order.
    std::unordered_set<std::string> gone_tables_;
};

void schema_reader::pass::gone(const schema_object& object) {
    if (object.kind == object_kind::table) gone_tables_.insert(fold(object.name));
}

void schema_reader::pass::take(SQLite::Statement& row) {
    const std::int64_t rowid = row.getColumn(0).getInt64();
    while (next_ < before_.size() && before_[next_].object->rowid < rowid)
        gone(*before_[next_++].object);
    if (next_ < before_.size() && before_[next_].object->rowid == rowid) {
        const entry& old = before_[next_++];
        if (is_unchanged(row, *old.object)) return now_.push_back(old);
        gone(*old.object);
    }
    fresh_.push_back({now_.size(), std::make_shared<schema_object>(read_row(row))});
    has_virtual_ = has_virtual_ || is_virtual(*fresh_.back().object);
    now_.push_back({fresh_.back().object, false});
}

void schema_reader::pass::scan(SQLite::Database& database) {
    now_.reserve(before_.size() + 8);
    SQLite::Statement row(database, "SELECT rowid, sql, type, name, tbl_name FROM main.sqlite_schema"
                                    " WHERE sql IS NOT NULL ORDER BY rowid");
    while (row.executeStep())
        take(row);
    while (next_ < before_.size())
        gone(*before_[next_++].object);
}

/// An index whose own row is as before may yet take another collation from a table that was replaced.
void schema_reader::pass::find_stale_indexes() {
    std::unordered_set<std::string> replaced;
    for (const fresh_object& each : fresh_) {
        const std::string name = fold(each.object->name);
        if (each.object->kind == object_kind::table && gone_tables_.contains(name)) replaced.insert(name);
    }
    if (replaced.empty()) return;
    auto next = fresh_.cbegin();
    std::vector<fresh_object> all;
    for (std::size_t at = 0; at < now_.size(); ++at) {
        const schema_object& object = *now_[at].object;
        if (next != fresh_.cend() && next->at == at) {
            all.push_back(*next++);
        } else if (object.kind == object_kind::index && replaced.contains(fold(object.table))) {
            all.push_back({at, std::make_shared<schema_object>(object)});
        }
    }
    fresh_ = std::move(all);
}

bool schema_reader::pass::belongs_to_somebody(const schema_object& object) const {
    const auto is_its_table = [&](std::string_view name) { return same_name(name, object.table); };
    return fold(object.name).starts_with("sqlite_") ||
           std::any_of(left_out_.begin(), left_out_.end(), is_its_table);
}

void schema_reader::pass::ask(pragmas& about, const fresh_object& fresh) {
    schema_object& object = *fresh.object;
    if (belongs_to_somebody(object)) return;
    if ((object.kind == object_kind::table || has_virtual_) && about.is_shadow(object.table)) return;
    if (object.kind == object_kind::table) {
        object.structure = about.table(object.name, object.sql);
        if (object.structure->is_virtual) object.structure->module = module_of(object.meaning);
    } else if (object.kind == object_kind::index) {
        object.index = about.index(object.table, object.name);
    }
    now_[fresh.at] = {fresh.object, true};
}

std::vector<schema_reader::entry> schema_reader::pass::run(SQLite::Database& database) {
    scan(database);
    find_stale_indexes();
    return finish(database);
}

std::vector<schema_reader::entry> schema_reader::pass::run_behind(std::vector<entry> known,
                                                                  SQLite::Database& database) {
    now_ = std::move(known);
    SQLite::Statement row(database, "SELECT rowid, sql, type, name, tbl_name FROM main.sqlite_schema"
                                    " WHERE rowid > ?1 AND sql IS NOT NULL ORDER BY rowid");
    row.bind(1, now_.empty() ? std::int64_t{0} : now_.back().object->rowid);
    while (row.executeStep())
        take(row);
    return finish(database);
}

std::vector<schema_reader::entry> schema_reader::pass::finish(SQLite::Database& database) {
    pragmas about(database, fresh_.size() > 8, has_virtual_);
    for (const fresh_object& each : fresh_)
        ask(about, each);
    return std::move(now_);
}

schema_reader::schema_reader(std::vector<std::string> left_out) : left_out_(std::move(left_out)) {}

schema schema_reader::read(SQLite::Database& database) {
    entries_ = pass(entries_, left_out_, has_virtual_).run(database);
    return shown();
}

schema schema_reader::read(SQLite::Database& database, const std::vector<dropped_object>& dropped) {
    for (const dropped_object& gone : dropped) {
        std::erase_if(entries_, [&](const entry& each) {
            const bool is_it = each.object->kind == gone.kind && same_name(each.object->name, gone.name);
            const bool has_parts = gone.kind == object_kind::table || gone.kind == object_kind::view;
            return is_it || (has_parts && same_name(each.object->table, gone.name));
        });
    }
    const std::vector<entry> nothing;
    entries_ = pass(nothing, left_out_, has_virtual_).run_behind(std::move(entries_), database);
    return shown();
}

schema schema_reader::shown() const {
    schema result;
    result.objects.reserve(entries_.size());
    for (const entry& one : entries_) {
        if (one.shown) result.objects.push_back(one.object);
    }
    return result;
}

schema read_schema(SQLite::Database& database, std::vector<std::string> left_out) {
    return schema_reader(std::move(left_out)).read(database);
}

} // namespace headway::compiler
