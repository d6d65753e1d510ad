PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id INTEGER PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric,
				name text,
				applied_at TEXT
			);
INSERT INTO __drizzle_migrations VALUES(1,'617311bdac29f86086174c3441268f8622cafcca6587213ced58e55ed2d6eae1',1795867363000,'20261128120243_create_shelves','2026-11-28T12:03:50.808Z');
INSERT INTO __drizzle_migrations VALUES(2,'f0f3502bb9283c0461875a5cbfb875f95fb77aa8cbd9a9a0c1789bd506368ba3',1795867393000,'20261128120313_fill_shelves','2026-11-28T12:03:50.808Z');
INSERT INTO __drizzle_migrations VALUES(3,'35bb44876f6e9caf477bef2467edc6f62361cbda406ae1b64571bf49a0b307d6',1795867396000,'20261128120316_create_tools','2026-11-28T12:03:50.809Z');
CREATE TABLE `shelf` (
	`id` integer PRIMARY KEY,
	`label` text NOT NULL UNIQUE
);
INSERT INTO shelf VALUES(1,'by the door');
INSERT INTO shelf VALUES(2,'under the bench; left side');
INSERT INTO shelf VALUES(3,'attic');
CREATE TABLE `price_change` (
	`id` integer PRIMARY KEY,
	`tool_id` integer NOT NULL,
	`old_cents` integer NOT NULL,
	`new_cents` integer NOT NULL,
	`direction` text NOT NULL,
	CONSTRAINT `fk_price_change_tool_id_tool_id_fk` FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON DELETE CASCADE
);
CREATE TABLE `tool` (
	`id` integer PRIMARY KEY,
	`shelf_id` integer NOT NULL,
	`name` text NOT NULL,
	`price_cents` integer DEFAULT 0 NOT NULL,
	CONSTRAINT `fk_tool_shelf_id_shelf_id_fk` FOREIGN KEY (`shelf_id`) REFERENCES `shelf`(`id`) ON DELETE CASCADE
);
INSERT INTO tool VALUES(1,3,'hand plane',4550);
CREATE INDEX `tool_by_shelf` ON `tool` (`shelf_id`);
COMMIT;
