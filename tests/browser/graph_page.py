"""Opens the page that `headway graph --format html` draws, and uses it as a reader does.

usage: graph_page.py HEADWAY CHROMIUM [DIRECTORY]

With a directory, pictures of the page are left there, for eyes.
"""

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
            page.wait_for("location.hash === '#2a'")
            self.assertEqual(UP, page.value("document.querySelector('article .sql.up').innerText"))
            self.assertEqual(DOWN, page.value("document.querySelector('article .sql.down').innerText"))
            page.click('li a[href="#001"]')
            page.wait_for("document.querySelector('article .sql.up').innerText === 'CREATE TABLE base (a);'")
            self.assertEqual("001", page.value("document.querySelector('[aria-current]').id"))
            self.assertEqual([], page.mistakes)

    def test_links_lead_to_relatives_and_back(self):
        with Page(BROWSER, self.draw_branches() + "#3c") as page:
            self.assertIn("Revises\n2a 2b", page.value("document.querySelector('article').innerText"))
            page.click('article dd a[href="#2b"]')
            page.wait_for("document.querySelector('article header').innerText.includes('Summary of 2b')")
            self.assertIn("side", page.value("document.querySelector('article header').innerText"))
            page.value("history.back()")
            page.wait_for("document.querySelector('article header').innerText.includes('Summary of 3c')")
            self.assertEqual([], page.mistakes)

    def test_the_keyboard_reaches_everything(self):
        with Page(BROWSER, self.draw_branches()) as page:
            page.press("ArrowDown")
            self.assertEqual("#4d", page.value("location.hash"))
            page.press("j", "j")
            self.assertEqual("#3c", page.value("location.hash"))
            page.press("End")
            self.assertEqual("#001", page.value("location.hash"))
            self.assertIn("CREATE TABLE base", page.value("document.querySelector('article').innerText"))
            page.press("Escape")
            self.assertIsNone(page.value("document.querySelector('article .sql')"))
            page.press("/", "/")
            page.type("side")
            page.press("Enter")
            self.assertEqual("#2b", page.value("location.hash"))
            self.assertEqual(4, page.value("document.querySelectorAll('.missed').length"))
            page.press("Escape")
            self.assertEqual(0, page.value("document.querySelectorAll('.missed').length"))
            page.press("Tab")
            self.assertEqual("A", page.value("document.activeElement.tagName"))
            self.assertEqual([], page.mistakes)

    def test_text_from_files_stays_text(self):
        with Page(BROWSER, self.draw_branches()) as page:
            self.assertEqual("Notes & more", page.value("document.title"))
            self.assertEqual(0, page.value("document.querySelectorAll('article b b, li b, li script').length"))
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
