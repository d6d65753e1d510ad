#include "diff/made_schema.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace headway::tests {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Where a text speaks of a name, from `at` on.
std::size_t find_name(const std::string& text, const std::string& name, std::size_t at = 0) {
    for (at = text.find(name, at); at != text.npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !is_word(text[at - 1]) || !is_word(name.front());
        const bool ends = end == text.size() || !is_word(text[end]) || !is_word(name.back());
        if (begins && ends) return at;
    }
    return at;
}

bool mentions(const std::string& text, const std::string& name) {
    return find_name(text, name) != text.npos;
}

void replace_in(std::string& text, const std::string& name, const std::string& by) {
    for (std::size_t at = find_name(text, name); at != text.npos; at = find_name(text, name, at + by.size()))
        text.replace(at, name.size(), by);
}

/// The pieces of SQL of a column that may speak of others.
std::array<std::string*, 3> clauses_of(made_column& column) {
    return {&column.check, &column.reference, &column.generated};
}

bool is_in_key(const made_table& table, const made_column& column) {
    return !column.key.empty() ||
           std::any_of(table.key.begin(), table.key.end(),
                       [&](const std::string& term) { return mentions(term, column.name); });
}

} // namespace

void schema_maker::replace(const std::string& name, const std::string& by) {
    for (made_table& table : now_.tables) {
        for (made_column& column : table.columns) {
            for (std::string* clause : clauses_of(column))
                replace_in(*clause, name, by);
        }
        for (std::vector<std::string>* list : {&table.constraints, &table.key, &table.options})
            for (std::string& one : *list)
                replace_in(one, name, by);
    }
    for (made_extra& extra : now_.extras)
        replace_in(extra.text, name, by);
}

/// Drops what speaks of a name.
void schema_maker::forget(std::string name) {
    const auto speaks = [&](const std::string& text) { return mentions(text, name); };
    for (made_table& table : now_.tables) {
        for (made_column& column : table.columns) {
            for (std::string* clause : clauses_of(column))
                if (speaks(*clause)) clause->clear();
        }
        for (std::vector<std::string>* list : {&table.constraints, &table.key})
            std::erase_if(*list, speaks);
        if (table.key.empty() && table.columns.front().key.empty()) table.without_rowid = false;
        if (std::any_of(table.options.begin(), table.options.end(), speaks)) table.options.clear();
    }
    std::vector<std::string> views;
    std::erase_if(now_.extras, [&](const made_extra& extra) {
        if (speaks(extra.text)) views.push_back(extra.name);
        return speaks(extra.text);
    });
    for (std::string& view : views)
        forget(std::move(view));
}

void schema_maker::add_column(made_table& table) {
    made_column made = column(table);
    if (made.not_null.starts_with("NOT NULL") && made.fallback.empty() && made.unique.empty() &&
        made.check.empty() && made.reference.empty() && random_.one_in(2))
        made.backfill = random_.one_in(2) ? literal(made.type) : "coalesce(" + literal(made.type) + ", 0)";
    // What is computed can only follow what it is computed from when both are new.
    const bool anywhere = random_.one_in(3);
    const auto place = anywhere ? random_.below(table.columns.size() + 1) : table.columns.size();
    table.columns.insert(table.columns.begin() + static_cast<std::ptrdiff_t>(place), std::move(made));
}

void schema_maker::drop_column(made_table& table) {
    const std::size_t plain =
        static_cast<std::size_t>(std::count_if(table.columns.begin(), table.columns.end(),
                                               [](const made_column& one) { return one.generated.empty(); }));
    const std::size_t at = random_.below(table.columns.size());
    if (plain < 2 && table.columns[at].generated.empty()) return;
    const std::string name = table.columns[at].name;
    table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(at));
    forget(name);
}

void schema_maker::drop_table(std::size_t at) {
    const made_table gone = now_.tables[at];
    now_.tables.erase(now_.tables.begin() + static_cast<std::ptrdiff_t>(at));
    for (const made_column& column : gone.columns)
        if (gone.module != "rtree") forget(column.name);
    forget(gone.name);
}

void schema_maker::generate(made_table& table, made_column& made) {
    if (!made.generated.empty()) {
        made.generated.clear();
        return;
    }
    const made_column& from = any_column(table);
    if (is_in_key(table, made) || from.name == made.name || !from.generated.empty()) return;
    for (const made_column& other : table.columns)
        if (mentions(other.generated, made.name)) return;
    made.fallback.clear();
    made.reference.clear();
    made.backfill.clear();
    made.generated = "AS (" + from.name + ")" + (random_.one_in(2) ? " STORED" : "");
}

void schema_maker::change_property(made_table& table, made_column& of) {
    const bool computed = !of.generated.empty();
    switch (random_.below(9)) {
    case 0:
        if (of.key.empty()) of.type = type(table.strict);
        return;
    case 1:
        of.not_null = of.not_null.empty() ? "NOT NULL" + conflict() : "";
        return;
    case 2:
        of.unique = of.unique.empty() && of.key.empty() ? "UNIQUE" + conflict() : "";
        return;
    case 3:
        if (!computed) of.fallback = of.fallback.empty() || random_.one_in(2) ? default_for(of.type) : "";
        return;
    case 4:
        of.collation = of.collation.empty() ? "COLLATE NOCASE" : "";
        return;
    case 5:
        of.check = of.check.empty() ? "CHECK (" + of.name + " IS NOT 7)" : "";
        return;
    case 6:
        of.reference = of.reference.empty() && !computed ? reference(table.name) : "";
        return;
    case 7:
        return generate(table, of);
    default:
        if (!of.key.empty()) of.key = of.key == "PRIMARY KEY" ? "PRIMARY KEY AUTOINCREMENT" : "PRIMARY KEY";
        if (table.without_rowid && !of.key.empty()) of.key = "PRIMARY KEY";
    }
}

void schema_maker::change_key(made_table& table) {
    for (made_column& column : table.columns)
        column.key.clear();
    table.key.clear();
    table.without_rowid = false;
    std::vector<made_column*> plain;
    for (made_column& column : table.columns)
        if (column.generated.empty()) plain.push_back(&column);
    if (random_.one_in(4)) return;
    for (std::size_t terms = 1 + random_.below(2); terms > 0; --terms) {
        const std::string& name = random_.of(plain)->name;
        if (std::find(table.key.begin(), table.key.end(), name) == table.key.end()) table.key.push_back(name);
    }
    table.without_rowid = random_.one_in(3);
}

void schema_maker::change_options(made_table& table) {
    switch (random_.below(4)) {
    case 0:
        table.strict = !table.strict;
        for (made_column& column : table.columns) {
            const bool fits = column.type == "INTEGER" || column.type == "TEXT" || column.type == "REAL" ||
                              column.type == "BLOB";
            if (table.strict && !fits) column.type = "ANY";
        }
        return;
    case 1: {
        const bool has_key =
            !table.key.empty() || std::any_of(table.columns.begin(), table.columns.end(),
                                              [](const made_column& one) { return !one.key.empty(); });
        table.without_rowid = has_key && !table.without_rowid;
        for (made_column& column : table.columns)
            if (table.without_rowid && !column.key.empty()) column.key = "PRIMARY KEY";
        return;
    }
    case 2:
        return change_key(table);
    default:
        std::rotate(table.columns.begin(),
                    table.columns.begin() + static_cast<std::ptrdiff_t>(random_.below(table.columns.size())),
                    table.columns.end());
    }
}

void schema_maker::change_constraints(made_table& table) {
    if (!table.constraints.empty() && random_.one_in(2)) {
        table.constraints.erase(table.constraints.begin());
    } else {
        table.constraints.push_back(constraint(table));
    }
}

void schema_maker::change_virtual(made_table& table) {
    if (table.module == "rtree") {
        table.module = table.module == "rtree" ? "rtree_i32" : "rtree";
        return;
    }
    const bool elsewhere = std::any_of(table.options.begin(), table.options.end(),
                                       [](const std::string& one) { return one.starts_with("content="); });
    if (elsewhere || random_.one_in(3)) {
        const bool has = !table.options.empty() && table.options.back() == "prefix='2'";
        if (has)
            table.options.pop_back();
        else
            table.options.emplace_back("prefix='2'");
    } else if (random_.one_in(2) || table.columns.size() < 2) {
        made_column made;
        made.name = "w" + std::to_string(++count_);
        table.columns.push_back(std::move(made));
    } else {
        table.columns.pop_back();
    }
}

void schema_maker::change_extras() {
    if (now_.extras.empty() || random_.one_in(3)) return add_extra();
    const std::size_t at = random_.below(now_.extras.size());
    const made_extra old = now_.extras[at];
    now_.extras.erase(now_.extras.begin() + static_cast<std::ptrdiff_t>(at));
    if (old.kind == "CREATE VIEW") return forget(old.name);
    if (random_.one_in(2)) return;
    add_extra();
    if (!now_.extras.empty() && now_.extras.back().kind == old.kind) now_.extras.back().name = old.name;
}

void schema_maker::change() {
    made_table* const table = any_table(false);
    const std::size_t kind = random_.below(14);
    if (!table || kind == 0)
        return now_.tables.push_back(random_.one_in(6) ? virtual_table() : this->table());
    if (kind == 1) return drop_table(random_.below(now_.tables.size()));
    if (kind == 2) {
        const std::string old = table->name;
        table->name = name("t");
        return replace(old, std::string(table->name));
    }
    if (kind < 5) return change_extras();
    if (!table->module.empty()) return change_virtual(*table);
    made_column& chosen = random_.of(table->columns);
    if (kind == 5) {
        const std::string old = chosen.name;
        chosen.name = name("c");
        return replace(old, std::string(chosen.name));
    }
    if (kind == 6) return drop_column(*table);
    if (kind == 7) return change_options(*table);
    if (kind == 8) return change_constraints(*table);
    if (kind < 11) return add_column(*table);
    change_property(*table, chosen);
}

} // namespace headway::tests
