CREATE TABLE ${prefix}boat (x);
