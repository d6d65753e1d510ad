// Brings a database to the head with one of the tools of Node: node peers.mjs TOOL DIRECTORY DATABASE
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tool, directory, database] = process.argv.slice(2);
const require = createRequire(process.cwd() + "/");
const Database = require("better-sqlite3");

/** The revisions of DIRECTORY/plain, in order: name and SQL. */
function revisions() {
  return readdirSync(`${directory}/plain`)
    .sort()
    .map((file) => ({ name: file, sql: readFileSync(`${directory}/plain/${file}`, "utf8") }));
}

function statements(sql) {
  return sql.split(";\n").filter((one) => one !== "");
}

const run = {
  async knex() {
    const knex = require("knex")({ client: "better-sqlite3", connection: database, useNullAsDefault: true });
    const migrationSource = {
      getMigrations: async () => revisions(),
      getMigrationName: (one) => one.name,
      getMigration: async (one) => ({
        up: async (db) => {
          for (const statement of statements(one.sql)) await db.raw(statement);
        },
        down: async () => {},
      }),
    };
    await knex.migrate.latest({ migrationSource });
    await knex.destroy();
  },
  async umzug() {
    const { Umzug } = require("umzug");
    const db = new Database(database);
    db.exec("CREATE TABLE IF NOT EXISTS umzug (name TEXT PRIMARY KEY)");
    const storage = {
      logMigration: async ({ name }) => void db.prepare("INSERT INTO umzug VALUES (?)").run(name),
      unlogMigration: async ({ name }) => void db.prepare("DELETE FROM umzug WHERE name = ?").run(name),
      executed: async () => db.prepare("SELECT name FROM umzug").all().map((row) => row.name),
    };
    const migrations = revisions().map((one) => ({ name: one.name, up: async () => db.exec(one.sql) }));
    db.exec("BEGIN IMMEDIATE");
    await new Umzug({ migrations, storage, logger: undefined }).up();
    db.exec("COMMIT");
  },
  async drizzle() {
    const { drizzle } = require("drizzle-orm/better-sqlite3");
    const { migrate } = require("drizzle-orm/better-sqlite3/migrator");
    migrate(drizzle(new Database(database)), { migrationsFolder: `${directory}/drizzle` });
  },
  async typeorm() {
    require("reflect-metadata");
    const { DataSource } = require("typeorm");
    const migrations = revisions().map((one, number) => {
      const made = class {
        name = `Made${1600000000000 + number}`;
        async up(runner) {
          for (const statement of statements(one.sql)) await runner.query(statement);
        }
        async down() {}
      };
      Object.defineProperty(made, "name", { value: `Made${1600000000000 + number}` });
      return made;
    });
    const source = new DataSource({ type: "better-sqlite3", database, migrations });
    await source.initialize();
    await source.runMigrations({ transaction: "all" });
    await source.destroy();
  },
};
await run[tool]();
