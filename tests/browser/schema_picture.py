"""Opens the picture that `headway schema --format svg` draws, and measures it as a reader's browser lays it out.

usage: schema_picture.py HEADWAY CHROMIUM [DIRECTORY]

With a directory, pictures are left there, for eyes.
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

from page import Page

HEADWAY, BROWSER, *PICTURES = sys.argv[1:]
SCHEMA = '''
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, country TEXT REFERENCES country,
    referrer INTEGER REFERENCES customer (id));
CREATE TABLE WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW (id INTEGER PRIMARY KEY);
CREATE TABLE "a & b <c>" ("d ""e""" "UNSIGNED BIG INT", f VARCHAR(100) DEFAULT '</svg>');
CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer,
    ship_to TEXT NOT NULL REFERENCES country (code), Straße TEXT);
CREATE TABLE line (purchase INTEGER NOT NULL REFERENCES purchase, position INTEGER NOT NULL,
    PRIMARY KEY (purchase, position)) WITHOUT ROWID;
CREATE TABLE hen (id INTEGER PRIMARY KEY, egg INTEGER REFERENCES egg);
CREATE TABLE egg (id INTEGER PRIMARY KEY, hen INTEGER NOT NULL REFERENCES hen);
CREATE VIRTUAL TABLE search USING fts5(words);
'''
TABLES, REFERENCES = 9, 7
# The tables' boxes as the browser has them, and the texts that stick out of theirs.
BOXES = "[...document.querySelectorAll('rect.table')].map(box => box.getBoundingClientRect())"
STICKING_OUT = """[...document.querySelectorAll('rect.table')].flatMap(box => {
    const edge = box.getBoundingClientRect();
    return [...box.parentNode.querySelectorAll('text')].filter(text => {
        const inner = text.getBoundingClientRect();
        return inner.left < edge.left || inner.right > edge.right || inner.bottom > edge.bottom;
    }).map(text => text.textContent);
})"""
OVERLAPS = f"""(boxes => boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length)({BOXES})"""


class SchemaPicture(unittest.TestCase):
    def draw(self, directory):
        migrations = directory / "migrations"
        migrations.mkdir()
        header = "-- Everything.\n--\n-- Revision ID: 1\n-- Revises:\n\n-- migrate:up\n"
        (migrations / "1_all.sql").write_text(header + SCHEMA + "\n-- migrate:down irreversible\n")
        picture = directory / "schema.svg"
        command = [HEADWAY, "schema", "--directory", migrations, "-o", picture, "--title", "Shop & more"]
        subprocess.run(command, check=True)
        return picture.as_uri()

    def test_texts_stay_in_their_boxes_and_boxes_apart(self):
        papers = set()
        for dark in (False, True):
            with tempfile.TemporaryDirectory() as made:
                with Page(BROWSER, self.draw(pathlib.Path(made)), dark=dark) as page:
                    if PICTURES:
                        page.picture(f"{PICTURES[0]}/schema-{'dark' if dark else 'light'}.png")
                    self.assertEqual(TABLES, page.value(f"{BOXES}.length"))
                    self.assertEqual([], page.value(STICKING_OUT))
                    self.assertEqual(0, page.value(OVERLAPS))
                    self.assertEqual(REFERENCES, page.value("document.querySelectorAll('path.line').length"))
                    texts = page.value("[...document.querySelectorAll('text')].map(text => text.textContent)")
                    for name in ("Shop & more", "a & b <c>", 'd "e"', "Straße", "WITHOUT ROWID", "VIRTUAL fts5"):
                        self.assertIn(name, texts)
                    papers.add(page.value("getComputedStyle(document.querySelector('rect.table')).fill"))
                    self.assertEqual([], page.mistakes)
        self.assertEqual(2, len(papers))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
