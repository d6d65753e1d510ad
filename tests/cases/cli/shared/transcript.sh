# Sourced by the cases: runs a command and shows it, its output and its exit code the way a terminal does.
run() {
    printf '$ headway'
    for word; do
        case $word in
        '' | *[!-A-Za-z0-9_.,:/=@+?\(\)]*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    echo
    headway "$@"
    code=$?
    [ $code -eq 0 ] || echo "[exit $code]"
}
# The databases that are there.
databases() {
    ls -d *.db 2>/dev/null || echo "no database"
}
