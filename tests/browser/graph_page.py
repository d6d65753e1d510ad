"""Opens the page that `headway graph --format html` draws, and uses it as a reader does.

usage: graph_page.py HEADWAY CHROMIUM [DIRECTORY]

With a directory, pictures of the page are left there, for eyes.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from page import Page

HEADWAY, BROWSER, *PICTURES = sys.argv[1:]
UP = "CREATE TABLE note (\n    body TEXT DEFAULT '</pre><b>no</b> & \"no\"' -- kept\n);"
DOWN = "DROP TABLE note;"


def write(directory, name, revises, up=UP, down=DOWN, **header):
    lines = [header.pop("summary", f"Summary of {name}"), "", f"Revision ID: {name}", f"Revises: {revises}"]
    lines += [f"{key.replace('_', ' ').capitalize()}: {value}" for key, value in header.items()]
    comment = "\n".join(f"-- {line}".rstrip() for line in lines)
    (directory / f"{name}_made.sql").write_text(f"{comment}\n\n-- migrate:up\n{up}\n\n-- migrate:down\n{down}\n")


def draw(directory, *arguments):
    page = directory / "graph.html"
    command = [HEADWAY, "graph", "--directory", directory, "--format", "html", "-o", page, *arguments]
    subprocess.run(command, check=True)
    return page.as_uri()


class GraphPage(unittest.TestCase):
    def setUp(self):
        self.made = tempfile.TemporaryDirectory()
        self.directory = pathlib.Path(self.made.name)

    def tearDown(self):
        self.made.cleanup()

    def becomes(self, expected, page, script):
        """What a script yields is what is expected, soon: the page answers clicks and keys in its own time."""
        try:
            page.wait_for(f"({script}) === {json.dumps(expected)}")
        except RuntimeError:
            self.assertEqual(expected, page.value(script))

    def draw_branches(self):
        write(self.directory, "001", "", "CREATE TABLE base (a);", "DROP TABLE base;")
        write(self.directory, "2a", "001", summary="<script>document.title = 'broken'</script>")
        write(self.directory, "2b", "001", branch_labels="side")
        write(self.directory, "3c", "2a, 2b", up="", down="")
        write(self.directory, "4d", "3c", depends_on="")
        return draw(self.directory, "--current", "2b", "--title", "Notes & more")

    def test_a_click_on_a_revision_shows_its_sql(self):
        with Page(BROWSER, self.draw_branches()) as page:
            self.assertNotIn("CREATE TABLE", page.value("document.body.innerText"))
            page.click('a[href="#2a"]')
            self.becomes("#2a", page, "location.hash")
            self.becomes(UP, page, "document.querySelector('article .sql.up')?.innerText")
            self.becomes(DOWN, page, "document.querySelector('article .sql.down')?.innerText")
            page.click('li a[href="#001"]')
            self.becomes("CREATE TABLE base (a);", page, "document.querySelector('article .sql.up')?.innerText")
            self.becomes("001", page, "document.querySelector('[aria-current]')?.id")
            self.assertEqual([], page.mistakes)

    def test_links_lead_to_relatives_and_back(self):
        with Page(BROWSER, self.draw_branches() + "#3c") as page:
            self.becomes(True, page, "document.querySelector('article').innerText.includes('Revises\\n2a 2b')")
            page.click('article dd a[href="#2b"]')
            page.wait_for("document.querySelector('article header').innerText.includes('Summary of 2b')")
            self.assertIn("side", page.value("document.querySelector('article header').innerText"))
            page.value("history.back()")
            page.wait_for("document.querySelector('article header').innerText.includes('Summary of 3c')")
            self.assertEqual([], page.mistakes)

    def test_the_keyboard_reaches_everything(self):
        with Page(BROWSER, self.draw_branches()) as page:
            page.press("ArrowDown")
            self.becomes("#4d", page, "location.hash")
            page.press("j", "j")
            self.becomes("#3c", page, "location.hash")
            page.press("End")
            self.becomes("#001", page, "location.hash")
            self.becomes(True, page, "document.querySelector('article').innerText.includes('CREATE TABLE base')")
            page.press("Escape")
            self.becomes(None, page, "document.querySelector('article .sql')")
            page.press("/", "/")
            page.type("side")
            page.press("Enter")
            self.becomes("#2b", page, "location.hash")
            self.becomes(4, page, "document.querySelectorAll('.missed').length")
            page.press("Escape")
            self.becomes(0, page, "document.querySelectorAll('.missed').length")
            page.press("Tab")
            self.becomes("A", page, "document.activeElement.tagName")
            self.assertEqual([], page.mistakes)

    def test_text_from_files_stays_text(self):
        with Page(BROWSER, self.draw_branches()) as page:
            self.becomes("Notes & more", page, "document.title")
            self.becomes(0, page, "document.querySelectorAll('article b b, li b, li script').length")
            self.assertIn("<script>", page.value("document.getElementById('2a').innerText"))

    def test_two_thousand_revisions_stay_fast(self):
        for number in range(2000):
            other = f", r{number - 2}" if number % 7 == 0 and number > 2 else ""
            parent = f"r{number - (3 if number % 7 == 6 else 1)}{other}" if number else ""
            write(self.directory, f"r{number}", parent)
        started = time.monotonic()
        with Page(BROWSER, draw(self.directory)) as page:
            opened = time.monotonic()
            page.click('a[href="#r1000"]')
            page.wait_for("document.querySelector('article .sql') !== null")
            place = "Array.from(document.querySelectorAll('li a')).findIndex(row => row.hasAttribute('aria-current'))"
            before = page.value(place)
            spent = page.value(
                """new Promise(done => { const start = performance.now(); let left = 100;
                     const next = () => { document.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowDown"}));
                       --left ? requestAnimationFrame(next) : done(performance.now() - start); };
                     next(); })"""
            )
            self.assertEqual(before + 100, page.value(place))
        print(f"2,000 revisions: open after {opened - started:.2f} s, {spent / 100:.1f} ms for each key")
        self.assertLess(opened - started, 20)
        self.assertLess(spent / 100, 200)

    @unittest.skipUnless(PICTURES, "no directory for pictures is given")
    def test_pictures_for_eyes(self):
        for dark in (False, True):
            for size in ((1280, 800), (480, 800)):
                with Page(BROWSER, self.draw_branches() + "#2a", *size, dark=dark) as page:
                    name = f"page-{'dark' if dark else 'light'}-{size[0]}.png"
                    page.picture(os.path.join(PICTURES[0], name))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
