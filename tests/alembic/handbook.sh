#!/bin/sh
# handbook.sh HEADWAY: types a session of Alembic's handbook with `alembic` and with `headway`, and compares what
# they print. Lines are compared without their order, which between branches is each program's own.
set -u
tool=$1
command -v alembic >/dev/null || { echo "Alembic is not installed (Debian: alembic)."; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/alembic" "$scratch/headway" "$scratch/bin"
ln -s "$tool" "$scratch/bin/headway"
PATH=$scratch/bin:$PATH
export NO_COLOR=1

type_session() {
    program=$1
    # Whether it works, for what changes something.
    does() { $program "$@" >>log 2>&1 && echo "$*: done" || echo "$*: refused"; }
    # What it prints.
    prints() {
        echo "$*:"
        $program "$@" 2>>log | sed 's/ *$//' | grep -v '^$' | sort
    }
    does revision -m "create account table" --rev-id 1975ea83b712
    does upgrade head
    prints current
    does revision -m "Add a column" --rev-id ae1027a6acf
    prints heads
    prints history
    does upgrade +1
    prints current
    does downgrade -1
    prints current
    does upgrade ae10
    prints history -r1975ea:ae1027
    prints history -r-1:current
    prints history -r1975ea:
    prints history --indicate-current
    does downgrade base
    prints current
    does upgrade head
    does revision -m "add a shopping cart table" --head=1975ea83b712 --rev-id 27c6a30d7c24
    does revision -m "add a shopping cart table" --head=1975ea83b712 --splice --branch-label=shoppingcart --rev-id 27c6a30d7c24
    prints heads
    prints branches
    prints history
    does upgrade head
    does revision -m "two heads" --rev-id 0123456789ab
    does upgrade shoppingcart@head
    prints current
    does downgrade shoppingcart@-1
    prints current
    does upgrade heads
    prints current
    does merge -m "merge ae1 and 27c" ae1027 27c6a --rev-id 53fffde5ad5
    prints heads
    prints history
    does upgrade head
    prints current
    does downgrade 53fffde5ad5
    does downgrade nosuch
    does upgrade nosuch
    does stamp 1975ea83b712
    prints current
    does stamp head
    prints current
    does revision -m "Create networking branch" --head=base --branch-label=networking --rev-id 3782d9986ced
    does revision -m "add ip account table" --head=networking@head --depends-on 53fffde5ad5 --rev-id 29f859a13ea
    prints heads
    prints heads --resolve-dependencies
    prints branches
    prints history
    prints history -r networking@base:networking@head
    does upgrade networking@head
    prints current
    does stamp --purge heads
    prints current
    does history -r29f859a13ea:ae1027a6acf
}

cd "$scratch/alembic" || exit 1
alembic init scripts >log 2>&1
sed -i 's#^sqlalchemy.url.*#sqlalchemy.url = sqlite:///app.db#' alembic.ini
type_session alembic >../alembic.txt

cd "$scratch/headway" || exit 1
headway init scripts >log 2>&1
echo 'database = "sqlite:///app.db"' >>headway.toml
type_session headway >../headway.txt

cd "$scratch" || exit 1
lines=$(wc -l <alembic.txt)
[ "$lines" -gt 100 ] || { cat alembic/log; echo "Alembic printed $lines lines only"; exit 1; }
diff -u alembic.txt headway.txt || { echo "headway (+) does not do what alembic (-) does"; exit 1; }
