CREATE TABLE mark (id INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE phrase USING fts5(body, tokenize = 'stemmer');
