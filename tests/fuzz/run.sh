#!/bin/sh
# Fuzzes for a bounded time: run.sh FUZZER CORPUS DICTIONARY SECONDS
#
# What it finds new goes to a temporary directory; an input that fails is left in the working directory.
set -u
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT
"$1" "$found" "$2" "-dict=$3" "-max_total_time=$4" -seed=1 -max_len=4096 -timeout=10
