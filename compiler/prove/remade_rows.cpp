#include "prove/remade_rows.hpp"

#include "prove/moved_values.hpp"

#include <SQLiteCpp/Database.h>

namespace headway::compiler {

remade_rows::remade_rows(SQLite::Database& database, const section& of, const statement_log& log,
                         const schema& start, const schema& reached)
    : database_(database),
      of_(of),
      reached_(reached),
      origins_(of, log, start, database),
      remade_(find_remade_tables(of, log, start, reached, origins_)),
      counters_(database, remade_),
      searches_(database, start, reached, remade_) {
    for (const remade_table& each : remade_)
        before_.push_back(read_content(database, each.before));
}

void remade_rows::find_losses(bool says_columns, findings& found) const {
    for (std::size_t at = 0; at < remade_.size(); ++at) {
        const watched_statement* const filled = origins_.filled_by(remade_[at].after.name);
        const table_content now = read_content(database_, remade_[at].after);
        const remade_content content{remade_[at], filled == nullptr ? remade_[at].dropped : *filled,
                                     before_[at], now};
        find_moved_values(of_, content, found);
        if (says_columns) find_emptied_columns(of_, content, found);
        find_renumbered(of_, content, reached_, found);
    }
    counters_.find(database_, of_, origins_, found);
    searches_.find(database_, of_, origins_, found);
}

} // namespace headway::compiler
