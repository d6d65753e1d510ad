-- atlas:txmode never
CREATE TABLE a (x);
