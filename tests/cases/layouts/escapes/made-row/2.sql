UPDATE schemaversion SET version = 2;
