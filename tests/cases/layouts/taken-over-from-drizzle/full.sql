PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO __drizzle_migrations VALUES(NULL,'e3c47dc69528b64697ff6bc3a7373767d22fd76cfeb3d3f7dd0a5e854f3c10ac',1795867352975);
INSERT INTO __drizzle_migrations VALUES(NULL,'f0f3502bb9283c0461875a5cbfb875f95fb77aa8cbd9a9a0c1789bd506368ba3',1795867354571);
INSERT INTO __drizzle_migrations VALUES(NULL,'65325a571c068a6bc9b8f563f6ad28548124a196231467454c3be58b1b0f5f5a',1795867356298);
INSERT INTO __drizzle_migrations VALUES(NULL,'1c8d87dffa76c5d93a940e9524b649cf5a615b60fffc1e4acba4a99b9553290e',1795867357970);
INSERT INTO __drizzle_migrations VALUES(NULL,'d81fe0bad602dc50f3d09c8922cac6a0c3a6527cfbafef45dfbd4f5e7dbddb50',1795867359765);
INSERT INTO __drizzle_migrations VALUES(NULL,'33753d4be140f69f02c20e99ebad136b38d679ee08cf5d719355f67dae91a253',1795867361293);
CREATE TABLE `shelf` (
	`id` integer PRIMARY KEY NOT NULL,
	`label` text NOT NULL
);
INSERT INTO shelf VALUES(1,'by the door');
INSERT INTO shelf VALUES(2,'under the bench; left side');
INSERT INTO shelf VALUES(3,'attic');
CREATE TABLE `price_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`tool_id` integer NOT NULL,
	`old_cents` integer NOT NULL,
	`new_cents` integer NOT NULL,
	`direction` text NOT NULL,
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE cascade
);
CREATE TABLE IF NOT EXISTS "tool" (
	`id` integer PRIMARY KEY NOT NULL,
	`shelf_id` integer NOT NULL,
	`name` text NOT NULL,
	`price_cents` integer,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`shelf_id`) REFERENCES `shelf`(`id`) ON UPDATE no action ON DELETE cascade
);
INSERT INTO tool VALUES(1,1,'claw hammer',1250,'');
INSERT INTO tool VALUES(2,1,'try square',990,'');
INSERT INTO tool VALUES(3,2,'bow saw',740,'');
INSERT INTO tool VALUES(4,3,'hand plane',4550,'');
CREATE UNIQUE INDEX `shelf_label_unique` ON `shelf` (`label`);
CREATE INDEX `tool_by_shelf` ON `tool` (`shelf_id`);
COMMIT;
