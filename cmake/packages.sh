# Sourced by demo.sh and test.sh. All names are Debian 12's.

packages_to_build='cmake ninja-build g++ libsqlite3-dev libsqlitecpp-dev libfmt-dev libboost-dev libcli11-dev
    nlohmann-json3-dev libtomlplusplus-dev libssl-dev'
packages_of_servers='libpq-dev postgresql-15 pgbouncer python3-psycopg2'
packages_to_test="$packages_to_build $packages_of_servers make catch2 sqlite3 pkg-config clang-format-14 alembic chromium zsh fish"
packages_to_sanitize="$packages_to_test clang-14 libclang-rt-14-dev valgrind"
packages_of_mingw='catch2 sqlite3 g++-mingw-w64-x86-64-posix wine64'
packages_of_aarch64='catch2 sqlite3 g++-aarch64-linux-gnu qemu-user-static'
packages_of_i686='catch2 sqlite3 g++-i686-linux-gnu'
packages_of_static=

# install_missing PACKAGE...: installs those that are missing, with apt, and asks for root only then.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "This needs the following packages, here by Debian's names, and finds no apt to install them with:" >&2
        printf '  %s\n' "$@" >&2
        exit 1
    fi
    missing=
    for package; do
        case $(dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null) in
        *' installed') ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
        if ! command -v sudo >/dev/null; then
            echo "Run this as root, then start again: apt-get install$missing" >&2
            exit 1
        fi
    fi
    echo "Installing$missing"
    $as_root apt-get update -q
    # shellcheck disable=SC2086 # one word per package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}
