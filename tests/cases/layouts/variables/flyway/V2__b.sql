CREATE TABLE note (x DEFAULT '${as it is}');
