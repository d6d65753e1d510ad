#!/bin/sh
# Sequel 5.63.0 (Debian 12: ruby-sequel) with SQLite 3.40.1.
#
# What SQLite's ALTER TABLE cannot do, such as another default, Sequel does by a table made anew from `PRAGMA table_info`,
# which names no generated columns: they are gone, without a word, though nobody named them. Rows of a table without an
# INTEGER PRIMARY KEY get new rowids, and a plain INTEGER PRIMARY KEY becomes AUTOINCREMENT. An index over an expression,
# which has no column that could be named, ends the whole in a NoMethodError.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
dpkg -s ruby-sequel ruby-sqlite3 >/dev/null 2>&1 || apt-get install -qq -y ruby-sequel ruby-sqlite3 >/dev/null

cat >"$scratch/alter.rb" <<'RUBY'
require "sequel"
abort "another version than Sequel 5.63.0" unless Sequel::VERSION == "5.63.0"

def altered(*statements)
  database = Sequel.sqlite
  statements.each { |statement| database.run(statement) }
  database.alter_table(:item) { set_column_default :stock, 9 }
  database
rescue StandardError => error
  puts error.class
  database
end

database = altered("CREATE TABLE item (id INTEGER PRIMARY KEY, price INT, stock INT, worth INT AS (price * stock))")
puts database[:sqlite_master].where(name: "item").get(:sql)
database = altered("CREATE TABLE item (name TEXT, stock INT)", "INSERT INTO item (rowid, name) VALUES (5, 'saw')")
puts database["SELECT rowid AS r FROM item"].get(:r)
altered("CREATE TABLE item (name TEXT, stock INT)", "CREATE INDEX by_name ON item (lower(name))")
RUBY
/usr/bin/ruby "$scratch/alter.rb" | tee "$scratch/seen"
cat >"$scratch/known" <<'TEXT'
CREATE TABLE `item`(`id` INTEGER DEFAULT (NULL) NULL PRIMARY KEY AUTOINCREMENT, `price` INT DEFAULT (NULL) NULL, `stock` INT DEFAULT (9) NULL)
1
NoMethodError
TEXT
diff -u "$scratch/known" "$scratch/seen"
