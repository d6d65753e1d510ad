// drizzle.mjs DATABASE DIRECTORY: Drizzle's own migrator over an SQLite of WebAssembly, which needs no compiler.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { drizzle } from "drizzle-orm/sql-js";
import { migrate } from "drizzle-orm/sql-js/migrator";
import initSqlJs from "sql.js";

const [file, migrationsFolder] = process.argv.slice(2);
const SQL = await initSqlJs();
const database = new SQL.Database(existsSync(file) ? readFileSync(file) : undefined);
migrate(drizzle(database), { migrationsFolder });
writeFileSync(file, database.export());
