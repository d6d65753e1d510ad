CREATE TABLE t2 (x);--> statement-breakpoint
CREATE TABLE t2_more (x)
