#include "prove/touched_names.hpp"

#include "prove/statement_words.hpp"

#include <algorithm>

namespace headway::compiler {
namespace {

class reader {
public:
    explicit reader(std::string_view sql) : sql_(sql), words_(words_of(sql, 0, sql.size())) {}

    touched_names read() {
        for (const word& each : words_) {
            if (each.at.kind == token_kind::word || each.at.kind == token_kind::quoted_name ||
                each.at.kind == token_kind::string)
                result_.mentions.push_back(fold(unquote(each.at.in(sql_))));
        }
        if (is("create")) {
            create();
        } else if (is("drop")) {
            drop();
        } else if (is("alter")) {
            alter();
        } else if (is_one_of(here(), {"insert", "replace", "update", "delete", "with"})) {
            change_rows();
        } else {
            result_.is_open = is_one_of(here(), {"select", "values", "pragma"});
        }
        if (reads_all_columns_) mention_all_columns();
        const auto is_of_sqlite = [](const std::string& name) { return name.starts_with("sqlite_"); };
        result_.is_open =
            result_.is_open || std::any_of(result_.mentions.begin(), result_.mentions.end(), is_of_sqlite);
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view here() const {
        return at_ < words_.size() ? std::string_view(words_[at_].text) : std::string_view();
    }
    [[nodiscard]] bool is(std::string_view text) const { return here() == text; }
    bool take(std::string_view text) {
        const bool found = is(text);
        at_ += found ? 1 : 0;
        return found;
    }
    /// The name that stands here, with or without its schema.
    std::string take_name() {
        if (at_ + 2 < words_.size() && words_[at_ + 1].text == ".") at_ += 2;
        return at_ < words_.size() ? fold(unquote(words_[at_++].at.in(sql_))) : std::string();
    }
    void go_to(std::string_view text) {
        while (at_ < words_.size() && !is(text))
            ++at_;
    }
    void writes(std::string name) {
        if (!name.empty()) result_.writes.push_back(std::move(name));
    }
    /// TABLE, INDEX, VIEW or TRIGGER, and what may stand around it before the name.
    std::string take_kind() {
        while (take("create") || take("drop") || take("temp") || take("temporary") || take("unique") ||
               take("virtual")) {
        }
        std::string kind(here());
        ++at_;
        if (take("if")) {
            take("not");
            take("exists");
        }
        return kind;
    }
    void create() {
        const std::string kind = take_kind();
        writes(result_.made = take_name());
        result_.makes_reader = kind == "view" || kind == "trigger";
        reads_all_columns_ = kind != "index";
        if (kind != "index" && kind != "trigger") return;
        go_to("on");
        take("on");
        result_.table = take_name();
    }
    void drop() {
        take_kind();
        writes(result_.dropped = take_name());
    }
    void alter() {
        result_.alters = true;
        take("alter");
        take("table");
        const std::string table = take_name();
        if (take("add")) {
            take("column");
            writes(all_columns_of(table));
            return writes(take_name());
        }
        writes(table);
        if (!take("rename") || !take("to")) return;
        result_.dropped = table;
        writes(result_.made = take_name());
    }
    void change_rows() {
        int depth = 0;
        for (; at_ < words_.size(); ++at_) {
            depth += is("(") ? 1 : is(")") ? -1 : 0;
            if (depth == 0 && is_one_of(here(), {"insert", "replace", "update", "delete"})) break;
        }
        if (take("update")) {
            if (take("or")) ++at_;
        } else {
            while (at_ < words_.size() && !is("into") && !is("from"))
                ++at_;
            ++at_;
        }
        writes(take_name());
    }

    /// What a new column changes of a table for those that do not name it, as by `*`; no name is like it.
    static std::string all_columns_of(const std::string& table) { return table + "\n*"; }
    void mention_all_columns() {
        const std::size_t count = result_.mentions.size();
        for (std::size_t at = 0; at < count; ++at) {
            if (result_.mentions[at] != result_.made)
                result_.mentions.push_back(all_columns_of(result_.mentions[at]));
        }
    }

    std::string_view sql_;
    statement_words words_;
    std::size_t at_ = 0;
    bool reads_all_columns_ = true; ///< An index names its columns.
    touched_names result_;
};

} // namespace

touched_names names_touched_by(std::string_view statement) {
    return reader(statement).read();
}

} // namespace headway::compiler
