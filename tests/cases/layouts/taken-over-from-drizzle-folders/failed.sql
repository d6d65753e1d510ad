PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id INTEGER PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric,
				name text,
				applied_at TEXT
			);
INSERT INTO __drizzle_migrations VALUES(1,'617311bdac29f86086174c3441268f8622cafcca6587213ced58e55ed2d6eae1',1795867363000,'20261128120243_create_shelves','2026-11-28T12:03:22.536Z');
INSERT INTO __drizzle_migrations VALUES(2,'f0f3502bb9283c0461875a5cbfb875f95fb77aa8cbd9a9a0c1789bd506368ba3',1795867393000,'20261128120313_fill_shelves','2026-11-28T12:03:22.536Z');
INSERT INTO __drizzle_migrations VALUES(3,'35bb44876f6e9caf477bef2467edc6f62361cbda406ae1b64571bf49a0b307d6',1795867396000,'20261128120316_create_tools','2026-11-28T12:03:22.536Z');
INSERT INTO __drizzle_migrations VALUES(4,'1c8d87dffa76c5d93a940e9524b649cf5a615b60fffc1e4acba4a99b9553290e',1795867397000,'20261128120317_watch_prices','2026-11-28T12:03:22.537Z');
INSERT INTO __drizzle_migrations VALUES(5,'d81fe0bad602dc50f3d09c8922cac6a0c3a6527cfbafef45dfbd4f5e7dbddb50',1795867399000,'20261128120319_describe_tools','2026-11-28T12:03:22.537Z');
INSERT INTO __drizzle_migrations VALUES(6,'a948a78adc22812ca8b2c65915b26ae6544798072e99a78a86dfd36e216cbde1',1795867401000,'20261128120321_loosen_price','2026-11-28T12:03:22.537Z');
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
CREATE TABLE IF NOT EXISTS "tool" (
	`id` integer PRIMARY KEY,
	`shelf_id` integer NOT NULL,
	`name` text NOT NULL,
	`price_cents` integer,
	`note` text DEFAULT '' NOT NULL,
	CONSTRAINT `fk_tool_shelf_id_shelf_id_fk` FOREIGN KEY (`shelf_id`) REFERENCES `shelf`(`id`) ON DELETE CASCADE
);
INSERT INTO tool VALUES(1,1,'claw hammer',1250,'');
INSERT INTO tool VALUES(2,1,'try square',990,'');
INSERT INTO tool VALUES(3,2,'bow saw',740,'');
INSERT INTO tool VALUES(4,3,'hand plane',4550,'');
CREATE INDEX `tool_by_shelf` ON `tool` (`shelf_id`);
COMMIT;
