INSERT INTO user (id, name, status) VALUES (1, 'ann', 'on'), (2, 'bob', NULL);
INSERT INTO message (user_id, content) VALUES (1, 'hello'), (2, 'hi');
