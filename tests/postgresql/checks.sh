# Sourced. The script goes on in `scratch`, a directory that is gone afterwards.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# fail WORD...: ends the script, and says why.
fail() {
    echo "FAILED: $*"
    exit 1
}
