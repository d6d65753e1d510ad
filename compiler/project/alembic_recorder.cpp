#include "project/alembic_recorder.hpp"

namespace headway::compiler {

const std::string_view alembic_recorder = R"python(
import ast, importlib.util, json, os, re, sqlite3, sys

try:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    import sqlalchemy
except ImportError as missing:
    sys.exit("this python3 has no alembic: %s" % missing)


def literals(node):
    if isinstance(node, ast.Constant):
        return [] if node.value is None else [str(node.value)]
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return [text for each in node.elts for text in literals(each)]
    raise ValueError("line %d is no literal" % node.lineno)


def describe(path):
    tree = ast.parse(open(path, encoding="utf-8").read(), path)
    values = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            if isinstance(target, ast.Name) and target.id in ("revision", "down_revision", "depends_on", "branch_labels"):
                values[target.id] = [] if node.value is None else literals(node.value)
    if not values.get("revision"):
        return None
    text = ast.get_docstring(tree) or ""
    date = re.search(r"^Create Date:\s*(\S.*)$", text, re.M)
    message = re.split(r"^Revision ID:", text, flags=re.M)[0].strip()
    return {
        "id": values["revision"][0], "revises": values.get("down_revision", []),
        "depends_on": values.get("depends_on", []), "labels": values.get("branch_labels", []),
        "date": date.group(1).strip() if date else "", "message": message or os.path.basename(path)[:-3], "path": path,
    }


def in_order(steps):
    by_id = {step["id"]: step for step in steps}
    done, order = set(), []

    def parents(step):
        for name in step["revises"] + step["depends_on"]:
            found = [id for id in by_id if id == name or id.startswith(name) or name in by_id[id]["labels"]]
            if not found:
                sys.exit("%s: there is no revision '%s'" % (step["path"], name))
            yield found[0]

    def visit(step):
        stack = [(step, iter(sorted(parents(step))))]
        done.add(step["id"])
        while stack:
            current, ahead = stack[-1]
            following = next(ahead, None)
            if following is None:
                order.append(current)
                stack.pop()
            elif following not in done:
                done.add(following)
                stack.append((by_id[following], iter(sorted(parents(by_id[following])))))

    for step in sorted(steps, key=lambda step: (step["date"], step["id"])):
        if step["id"] not in done:
            visit(step)
    for step in order:
        step["revises"] = [next(id for id in by_id if id == name or id.startswith(name)) for name in step["revises"]]
        step["depends_on"] = [next(id for id in by_id if id == name or id.startswith(name) or name in by_id[id]["labels"])
                              for name in step["depends_on"]]
    return order


COMMENTS = r"(?:\s|--[^\n]*\n|/\*.*?\*/)*"
WRITES = re.compile(COMMENTS + r"(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|REPLACE|WITH|REINDEX|ANALYZE)\b", re.I | re.S)


class Cursor(sqlite3.Cursor):
    """Notes each statement with its values filled in; what a trigger runs is not one."""

    def execute(self, sql, values=()):
        self.connection.awaited = True
        return super().execute(sql, values)

    def executemany(self, sql, rows):
        for values in rows:
            self.execute(sql, values)
        return self

    def executescript(self, script):
        self.connection.seen.append(script)
        return super().executescript(script)


class Connection(sqlite3.Connection):
    seen, awaited = (), False

    def cursor(self, factory=Cursor):
        return super().cursor(factory)

    def execute(self, sql, values=()):
        return self.cursor().execute(sql, values)

    def executemany(self, sql, rows):
        return self.cursor().executemany(sql, rows)

    def executescript(self, script):
        return self.cursor().executescript(script)

    def trace(self, sql):
        if self.awaited and not sql.startswith("BEGIN"):
            self.seen.append(sql)
            self.awaited = False


def connect():
    connection = sqlite3.connect(":memory:", factory=Connection)
    connection.seen = []
    return connection


def record(raw, function):
    raw.seen = []
    engine = sqlalchemy.create_engine("sqlite://", creator=lambda: raw, poolclass=sqlalchemy.pool.StaticPool)
    connection = engine.connect()
    context = MigrationContext.configure(connection)
    raw.set_trace_callback(raw.trace)
    try:
        with Operations.context(context):
            function()
        raw.commit()
    finally:
        raw.set_trace_callback(None)
    return [sql.strip() for sql in raw.seen if WRITES.match(sql)]


def copy_of(raw):
    copy = connect()
    raw.backup(copy)
    return copy


def schema_of(raw):
    rows = raw.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
    return [(kind, name, table, "".join(sql.split()).rstrip(";")) for kind, name, table, sql in rows.fetchall()]


def require_same_again(before, after, statements):
    """What was recorded has to give what the migration has given; pragmas, for one, are not recorded."""
    before.executescript("".join(sql + "\n;\n" for sql in statements))
    if schema_of(before) != schema_of(after):
        raise ValueError("its statements by themselves give another schema")


def run(step, raw):
    sys.path.insert(0, os.path.dirname(step["path"]))
    spec = importlib.util.spec_from_file_location("revision_" + re.sub(r"\W", "_", step["id"]), step["path"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    before = copy_of(raw)
    try:
        step["up"] = record(raw, module.upgrade)
    except BaseException:
        raw.rollback()
        raise
    require_same_again(before, raw, step["up"])
    try:
        step["down"] = record(copy_of(raw), module.downgrade) if hasattr(module, "downgrade") else None
        if step["down"] == [] and step["up"]:
            step["down"] = None
    except BaseException as failure:
        step["down"], step["no_way_back"] = None, "%s: %s" % (type(failure).__name__, str(failure).split("\n")[0])


def main(directory):
    folder = os.path.join(directory, "versions")
    folder = folder if os.path.isdir(folder) else directory
    steps = []
    for base, folders, files in sorted(os.walk(folder)):
        for name in sorted(files):
            if name.endswith(".py") and name != "env.py":
                found = describe(os.path.join(base, name))
                if found:
                    steps.append(found)
    states, lineage = {}, {}
    order = in_order(steps)
    for step in order:
        step["up"], step["down"], step["stub"], step["no_way_back"] = [], None, "", ""
        parents = step["revises"] + step["depends_on"]
        above = set().union(*[lineage[each] for each in parents])
        lineage[step["id"]] = above | {step["id"]}
        try:
            raw = copy_of(states[parents[0]]) if parents else connect()
            for other in order:
                if other["id"] in above - (lineage[parents[0]] if parents else set()):
                    raw.executescript("".join(sql + "\n;\n" for sql in other["up"]))
            states[step["id"]] = raw
            run(step, raw)
        except BaseException as failure:
            step["stub"] = "%s: %s" % (type(failure).__name__, str(failure).split("\n")[0])
        print(json.dumps(step))


main(sys.argv[1])
)python";

} // namespace headway::compiler
