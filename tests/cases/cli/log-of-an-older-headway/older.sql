-- A database that Headway 0.1.0 made of three revisions, tables t1 to t3: upgrade 002, downgrade -1, upgrade.
-- Its log does not say which history a line belongs to.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('003');
CREATE TABLE t1 (a);
INSERT INTO t1 VALUES(1);
CREATE TABLE headway_log (
    sequence INTEGER PRIMARY KEY,
    revision TEXT NOT NULL,
    operation TEXT NOT NULL,
    checksum TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT NOT NULL,
    duration_us INTEGER NOT NULL,
    headway TEXT NOT NULL,
    application TEXT NOT NULL,
    application_version TEXT NOT NULL,
    down TEXT NOT NULL,
    parents TEXT,
    compatible_with TEXT,
    flags INTEGER
);
INSERT INTO headway_log VALUES(1,'001','upgrade','347e5238f18a03a29b8641c483a77c379afb460c240e1f55054c751fdd25d938','2026-11-28T14:20:34.047Z','2026-11-28T14:20:34.047Z',186,'0.1.0','headway','0.1.0','DROP TABLE t1;','','',0);
INSERT INTO headway_log VALUES(2,'002','upgrade','a561c4ecdbd1662541809de8e784c8d25f4af89fa5d08a4ca4fa980c6bd22182','2026-11-28T14:20:34.047Z','2026-11-28T14:20:34.047Z',40,'0.1.0','headway','0.1.0','DROP TABLE t2;','001','',0);
INSERT INTO headway_log VALUES(3,'002','downgrade','a561c4ecdbd1662541809de8e784c8d25f4af89fa5d08a4ca4fa980c6bd22182','2026-11-28T14:20:34.079Z','2026-11-28T14:20:34.079Z',294,'0.1.0','headway','0.1.0','','001','',0);
INSERT INTO headway_log VALUES(4,'002','upgrade','a561c4ecdbd1662541809de8e784c8d25f4af89fa5d08a4ca4fa980c6bd22182','2026-11-28T14:20:34.127Z','2026-11-28T14:20:34.127Z',247,'0.1.0','headway','0.1.0','DROP TABLE t2;','001','',0);
INSERT INTO headway_log VALUES(5,'003','upgrade','0661830db0c0b9f13b639db1f29046b446faacb380c80bd9eb4c744c70e5d6df','2026-11-28T14:20:34.127Z','2026-11-28T14:20:34.127Z',51,'0.1.0','headway','0.1.0','DROP TABLE t3;','002','',0);
CREATE TABLE t2 (a);
INSERT INTO t2 VALUES(2);
CREATE TABLE t3 (a);
INSERT INTO t3 VALUES(3);
COMMIT;
