#!/bin/sh
# carried.sh HEADWAY MIGRATIONS: a tool that was built with HEADWAY_STATIC needs nothing of the machine but the C library,
# and works where there is nothing else. Prints its size, and how long it takes to start beside /bin/true.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$1" "$scratch/headway"
cp -r "$2" "$scratch/migrations"
cd "$scratch"
strip headway
others=$(readelf -d headway | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vE '^(ld-linux.*|libc|libm)\.so' || true)
[ -z "$others" ] || {
    echo "FAILED: it needs" $others
    exit 1
}

# The C library and no other: a root of its own.
for library in $(ldd headway | grep -o '/[^ ]*'); do
    mkdir -p "root$(dirname "$library")"
    cp -L "$library" "root$library"
done
mkdir -p root/tmp
cp -r headway migrations root/
if [ "$(id -u)" -eq 0 ]; then
    chroot root /headway verify --directory /migrations
    chroot root /headway upgrade --directory /migrations --database /tmp/app.db
    chroot root /headway current --directory /migrations --database /tmp/app.db
else
    echo "It is not run in a root of its own, which takes root."
fi

# The median of many launches, in microseconds.
launches() {
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
        begun=$(date +%s%N)
        "$@" >printed
        echo $((($(date +%s%N) - begun) / 1000))
    done | sort -n | sed -n 13p
}
printf 'size, stripped           %12s bytes\n' "$(stat -c %s headway)"
printf -- '--version                %12s us\n/bin/true                %12s us\n' \
    "$(launches ./headway --version)" "$(launches /bin/true)"
