"""What somebody sees who knows nothing of the program: words on a picture of the screen, found by tesseract, and a hand
that points at them, by xdotool."""
import difflib
import hashlib
import os
import re
import subprocess
import tempfile
import time
import unicodedata


def plain(text):
    """Without accents, capitals and signs, as words are compared that were read off a picture."""
    text = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9']+", text))


def alike(one, other):
    return difflib.SequenceMatcher(None, one, other).ratio()


class Line:
    """Words that stand beside each other, and where."""

    def __init__(self, words):
        self.words = words  # (text, x, y, w, h)
        self.text = plain(" ".join(word[0] for word in words))

    def is_word(self):
        """Not the round corner of a box, which looks like a small sign."""
        return len(self.text) > 1 or max(w[4] for w in self.words) > 11

    def announces(self):
        """What ends in a colon says what stands below it, and is nothing to tap."""
        return self.words[-1][0].endswith(":")

    def middle(self):
        left = min(w[1] for w in self.words)
        right = max(w[1] + w[3] for w in self.words)
        top = min(w[2] for w in self.words)
        bottom = max(w[2] + w[4] for w in self.words)
        return (left + right) // 2, (top + bottom) // 2


class Picture:
    """Grey pixels, and the same with the words alone left: dark on light, without outlines."""

    clear = bytes(min(255, max(0, grey - 30) * 7 // 5) if grey < 190 else 255 for grey in range(256))
    # Outlines are lighter than words, and longer than any letter is wide or high.
    outline = re.compile(rb"([\x64-\xeb])\1{39,}")
    # A dark grey that goes on, and again after each of the words that stand on it.
    dark = re.compile(rb"([\x20-\x60])(?:\1{40,}|\1{23,}(?=.{0,400}?\1{24}))(?:.{0,400}?\1{24,})*", re.DOTALL)
    turned = bytes(255 - grey for grey in range(256))

    def __init__(self, pgm):
        magic, size, _, pixels = pgm.split(b"\n", 3)
        assert magic == b"P5", magic
        self.width, self.height = map(int, size.split())
        self.rows = [pixels[y * self.width:(y + 1) * self.width] for y in range(self.height)]
        self.mark = hashlib.blake2b(pixels).hexdigest()
        self._ink = None

    def mark_of(self, x, y, width, height):
        part = b"".join(row[x:x + width] for row in self.rows[y:y + height])
        return hashlib.blake2b(part).hexdigest()

    @property
    def ink(self):
        if self._ink is None:
            rows = [bytearray(row) for row in self.rows]
            # A dark button has light words.
            for row in rows:
                for run in self.dark.finditer(row):
                    row[run.start():run.end()] = run.group().translate(self.turned)
            lying = (self.without_outlines(bytes(row)) for row in rows)
            columns = [self.without_outlines(bytes(column)) for column in zip(*lying)]
            self._ink = [bytes(row).translate(self.clear) for row in zip(*columns)]
        return self._ink

    @classmethod
    def without_outlines(cls, pixels):
        return cls.outline.sub(lambda run: b"\xff" * len(run.group()), pixels)


class Screen:
    """One look at the screen, and what was read off it."""

    def __init__(self, eyes, picture):
        self.eyes, self.picture, self.mark = eyes, picture, picture.mark
        self._lines = None

    @property
    def lines(self):
        if self._lines is None:
            self._lines = self.eyes.read(self.picture)
        return self._lines

    def look_closer(self, below):
        """Row by row at what stands below that height, left and right."""
        half, height = self.picture.width // 2, self.picture.height - below
        for left in (0, half):
            self._lines = self.lines + self.eyes.read(self.picture, (left, below, half, height), layout="6")

    def says(self, phrase):
        wanted = plain(phrase)
        return any(wanted in line.text or alike(line.text[:len(wanted)], wanted) >= 0.85 for line in self.lines)

    def find(self, phrase):
        """Where a phrase stands, alone on its line; None where it does not."""
        wanted = plain(phrase)
        # A narrow space is easily missed.
        lines = [line for line in self.lines if not line.announces()]
        same = [line for line in lines if line.text.replace(" ", "") == wanted.replace(" ", "")]
        exact = [line for line in same if line.is_word()]
        # A letter may have been read wrong.
        near = [line for line in lines if len(line.text) > 4 and alike(line.text, wanted) >= 0.8]
        found = exact or sorted(near, key=lambda line: -alike(line.text, wanted))
        return found[0].middle() if found else None


class Eyes:
    def __init__(self, languages):
        self.languages = languages
        self.folder = tempfile.mkdtemp(prefix="blind-")
        self.count = 0

    def look(self):
        self.count += 1
        pgm = subprocess.run(["import", "-silent", "-window", "root", "-colorspace", "Gray", "-depth", "8", "pgm:-"],
                             check=True, capture_output=True).stdout
        return Screen(self, Picture(pgm))

    def read(self, picture, part=None, layout="11"):
        """Lines of words, of the whole picture or of a part of it (x, y, width, height)."""
        x0, y0, width, height = part or (0, 0, picture.width, picture.height)
        ink = os.path.join(self.folder, "ink.pgm")
        with open(ink, "wb") as file:
            file.write(b"P5 %d %d 255\n" % (width, height))
            for row in picture.ink[y0:y0 + height]:
                file.write(row[x0:x0 + width])
        # Tesseract reads letters best that are about thirty pixels high.
        large = os.path.join(self.folder, "large.pgm")
        subprocess.run(["convert", ink, "-resize", "200%", large], check=True)
        command = ["tesseract", large, "-", "--psm", layout, "-l", self.languages, "-c", "tessedit_do_invert=0", "tsv"]
        out = subprocess.run(command, check=True, capture_output=True, text=True,
                             env=dict(os.environ, OMP_THREAD_LIMIT="1")).stdout
        found = {}
        for row in out.splitlines()[1:]:
            cells = row.split("\t")
            if len(cells) < 12 or not plain(cells[11]) or float(cells[10]) < 30:
                continue
            x, y, w, h = (int(cell) // 2 for cell in cells[6:10])
            x, y = x + x0, y + y0
            found.setdefault(tuple(cells[1:5]), []).append((cells[11], x, y, w, h))
        lines = []
        for words in found.values():
            # Two buttons beside each other are no sentence.
            part = [words[0]]
            for word in words[1:]:
                if word[1] - (part[-1][1] + part[-1][3]) > 2 * max(word[4], part[-1][4], 12):
                    lines.append(Line(part))
                    part = []
                part.append(word)
            lines.append(Line(part))
        return lines


class Hand:
    def __init__(self):
        self.taps = 0  # what is typed, key by key, is counted apart
        self.keys = 0

    def type(self, key):
        self.keys += 1
        self._touch(key)

    def tap(self, place):
        self.taps += 1
        self._touch(place)

    def _touch(self, place):
        subprocess.run(["xdotool", "mousemove", str(int(place[0])), str(int(place[1])), "sleep", "0.05",
                        "mousedown", "1", "sleep", "0.06", "mouseup", "1"], check=True)

    def draw(self, points):
        self.taps += 1
        steps = ["mousemove", *map(str, points[0]), "mousedown", "1"]
        for x, y in points[1:]:
            steps += ["mousemove", str(x), str(y), "sleep", "0.02"]
        subprocess.run(["xdotool", *steps, "mouseup", "1"], check=True)


def settle(eyes, before=None, longest=4.0, still=0.12):
    """The screen once nothing on it moves for a while; after a press, once it looks different, if it does."""
    end = time.monotonic() + longest
    last, since = eyes.look(), time.monotonic()
    while time.monotonic() < end:
        time.sleep(0.12)
        now = eyes.look()
        if now.mark != last.mark:
            last, since = now, time.monotonic()
        elif time.monotonic() - since >= still and (before is None or now.mark != before.mark):
            return now
    return last
