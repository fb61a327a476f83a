#!/usr/bin/env python3
"""A first visit of both partners by somebody who knows nothing of the program but the pixels, and can read.

Usage: visit.py SAMESIDE [en|es|es-practice], on a display of 1280 x 800 (tests/blind/run gives it one). Starts the
demo, of a practice that speaks English, or with es-practice of one that speaks Spanish; reads the entry code on its
ribbon, and taps what it reads: answers, Next, Begin and their like, until both have finished and the page they write
together is theirs. Where the kiosk asks whether somebody is there, or has covered itself, the way back
is read and taken too. Prints how many screens and taps that took each of them, and a table of where these went. Fails
on a page that three taps in a row left as it was, on one that has nothing to tap that somebody would, and where one of
them had to tap more than 120 times, keys not counted, and once more where they chose another language than the
practice's.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from eyes import Eyes, Hand, plain, settle

WORDS = {
    "en": {
        "to begin": ["Tap anywhere to begin"],
        "tick": ["I have read this and I agree"],
        "sign": ["Sign here with your finger"],
        "names": ["What should we call you", "And what is your partner called"],
        "entry code": ["Your entry code"],
        "either": "Either of you",
        "both ways": "How often does this come up",
        "idle": ["Are you still there?", "I'm here"],
        "cover": ["This screen is resting", "Return"],
        "rest": "Take a break",
        "space": "Space",
        "first": "First partner",
        "second": "I'm Leo",
        # What somebody would tap, the most likely first.
        "answers": ["Agree", "Rarely", "Not sure", "Some of the time", "No", "No, this is new", "Trust", "7", "Maybe",
                    "Never"],
        "together": ["Write a sentence", "Write", "Ana agrees", "Leo agrees", "Save as our mission"],
        "on": ["I'm ready", "I'm Leo", "Now write your mission together", "Go on", "Next", "Begin", "Later",
               "Done",
               "Finish and lock", "Skip"],
        "thanks": ["Thank you", "What you wrote is sealed"],
        "sentence": "we listen",
    },
    "es": {
        "to begin": ["Toca la pantalla para empezar"],
        "tick": ["He leído esto y estoy de acuerdo"],
        "sign": ["Firma aquí con el dedo"],
        "names": ["¿Cómo quieres que te llamemos?", "¿Y cómo se llama tu pareja?"],
        "entry code": ["Tu código de entrada"],
        "either": "Tú o tu pareja",
        "both ways": "¿Qué tan seguido pasa esto",
        "idle": ["¿Sigues ahí?", "Aquí estoy"],
        "cover": ["Esta pantalla está en reposo", "Volver"],
        "rest": "Hacer una pausa",
        "space": "Espacio",
        "first": "Persona A",
        "second": "Soy Leo",
        "answers": ["De acuerdo", "Rara vez", "No lo sé", "Parte del tiempo", "No", "No, es algo nuevo", "Confianza",
                    "7", "Tal vez", "Nunca"],
        "together": ["Escribir una frase", "Escribir", "Ana acepta", "Leo acepta", "Guardar como misión"],
        "on": ["Soy Leo", "Escribir ahora la misión en pareja", "Seguir", "Siguiente", "Empezar",
               "Después", "Listo",
               "Terminar y sellar", "Omitir"],
        "thanks": ["Gracias", "Lo que escribiste está sellado"],
        "sentence": "hablamos",
    },
}
# Where the words at the top stand, whose look says whether it is another page: words are read now this way, now that.
TITLE = (0, 90, 640, 110)
PEOPLE = [("ana", "leo", "4711"), ("leo", "ana", "9024")]  # name, the other's, own code


MOST_TAPS = 120
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Stuck(Exception):
    pass


class Tapped:
    """Where the taps went: a row for a page, and for those that were answered after it without being read."""

    def __init__(self):
        self.rows = []  # who, heading, screens, taps
        self.page = None

    def begin(self, who, heading, page):
        if page != self.page or not self.rows or self.rows[-1][0] != who:
            self.rows.append([who, heading, 0, 0])
        self.page = page

    def add(self, taps):
        self.rows[-1][2] += 1
        self.rows[-1][3] += taps

    def print(self):
        print("  taps screens  page")
        for index, (who, heading, screens, taps) in enumerate(self.rows):
            if index == 0 or self.rows[index - 1][0] != who:
                print(f"{sum(row[3] for row in self.rows if row[0] == who):6}          {who}")
            print(f"{taps:6} {screens:7}  {heading[:90]}")


class Visitor:
    def __init__(self, language, spoken):
        self.words = WORDS[language]
        self.language, self.spoken = language, spoken  # theirs, and the practice's
        self.eyes = Eyes("eng" if language == "en" else "spa")
        self.hand = Hand()
        self.who, self.known = 0, False  # whose turn it is, and whether they have said who they are
        self.entry_code = ""
        self.screens = 0
        self.in_vain = 0  # taps that changed nothing, one after the other
        self.page, self.done_here = "", set()
        self.waited = 0
        self.asked = None  # how the question looked that was answered last
        self.vain = set()  # phrases that did nothing on this page
        self.habit = []  # what was tapped on the page before
        self.tapped = Tapped()

    def press(self, screen, place, points=None):
        if points:
            self.hand.draw(points)
        else:
            self.hand.tap(place)
        # What is answered stands there for a moment, and then the page may turn by itself.
        now = settle(self.eyes, before=screen, still=0.5)
        self.in_vain = self.in_vain + 1 if now.mark == screen.mark else 0
        if self.in_vain == 3:
            raise Stuck("three taps changed nothing")
        return now

    @staticmethod
    def heading_of(screen):
        below = sorted((line.middle()[1], line.text) for line in screen.lines if 90 < line.middle()[1] < 700)
        at_top = [text for y, text in below if y < 200]
        return " ".join(at_top or [text for _, text in below[:2]])

    def digits_in(self, screen, part):
        read = self.eyes.read(screen.picture, part, layout="6")
        return {line.text: line.middle() for line in read if re.fullmatch(r"\d", line.text)}

    def keypad(self, screen, digits):
        ok = screen.find("OK")
        left, top = max(0, ok[0] - 310), max(0, ok[1] - 300)
        return self.type_digits(self.digits_in(screen, (left, top, ok[0] + 60 - left, ok[1] + 40 - top)), digits)

    # A digit is easily missed; but who has seen most of them knows where the others stand.
    @staticmethod
    def all_digits(seen):
        column = {d: i for row in ("123", "456", "789", " 0 ") for i, d in enumerate(row)}
        row = {d: i for i, digits in enumerate(("123", "456", "789", "0")) for d in digits}

        def middle(values):
            return sorted(values)[len(values) // 2]

        x = [middle([at[0] for d, at in seen.items() if column[d] == i] or [0]) for i in range(3)]
        rows = {i: middle([at[1] for d, at in seen.items() if row[d] == i]) for i in set(map(row.get, seen))}
        apart = (rows[max(rows)] - rows[min(rows)]) // (max(rows) - min(rows))
        return {d: (x[column[d]], rows[min(rows)] + (row[d] - min(rows)) * apart) for d in row}

    def type_digits(self, keys, digits):
        if len(keys) >= 6:
            keys = self.all_digits(keys)
        for digit in digits:
            if digit not in keys:
                raise Stuck(f"no key {digit} on the keypad, only {sorted(keys)}")
            self.hand.type(keys[digit])
            time.sleep(0.15)
        return settle(self.eyes)

    def keyboard(self, screen, text):
        space = screen.find(self.words["space"])
        rows = self.eyes.read(screen.picture, (40, space[1] - 290, 1200, 250), layout="6")
        keys = {}
        for line in rows:
            for word in line.words:
                letters = plain(word[0])
                # One key is now and then read twice over, a "w" as "ww".
                if letters and len(set(letters)) == 1:
                    keys[letters[0]] = (word[1] + word[3] // 2, word[2] + word[4] // 2)
        # A thin letter is easily missed; but who writes knows what stands between the others.
        for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm"):
            seen = [(row.index(letter), *keys[letter]) for letter in row if letter in keys]
            if len(seen) < 3:
                continue
            (first, left, _), (last, right, _) = seen[0], seen[-1]
            for letter in row:
                x = left + (right - left) * (row.index(letter) - first) // (last - first)
                keys.setdefault(letter, (x, seen[0][2]))
        keys[" "] = space
        for letter in text:
            if letter not in keys:
                raise Stuck(f"no key {letter} on the keyboard, only {sorted(keys)}")
            self.hand.type(keys[letter])
            time.sleep(0.15)
        return settle(self.eyes)

    def tap_first(self, screen, phrases, again=False):
        for phrase in phrases:
            place = screen.find(phrase)
            if place and phrase not in self.vain and (again or phrase not in self.done_here):
                self.done_here.add(phrase)
                self.habit.append((phrase, place, self.look_at(screen, place)))
                now = self.press(screen, place)
                self.waited = 0
                if now.mark == screen.mark:
                    self.vain.add(phrase)  # it is off
                else:
                    self.vain = set()
                return now
        return None

    # A number is asked, with keys for it and none that ends it; like any question it can be left out.
    def number(self, screen):
        if "number" in self.done_here or not screen.find(self.words["on"][-1]):
            return None
        self.done_here.add("number")
        keys = self.digits_in(screen, (640, 200, 640, 400))
        return self.type_digits(keys, "4") if len(keys) >= 6 else None

    def on_keypad(self, screen):
        if any(screen.says(words) for words in self.words["entry code"]):
            return self.keypad(screen, self.entry_code)
        if screen.says(self.words["either"]):  # the first one's, and if both are wanted the other's
            self.codes_given += 1
            return self.keypad(screen, PEOPLE[(self.codes_given - 1) % 2][2])
        return self.keypad(screen, PEOPLE[self.who][2])  # chosen, and typed again

    def on_keyboard(self, screen):
        own, other, _ = PEOPLE[self.who]
        names = self.words["names"]
        own_name_stands = screen.says(names[0]) and screen.find(own)  # the other has said it
        if "written" not in self.done_here and not own_name_stands:
            self.done_here.add("written")
            text = own if screen.says(names[0]) else other if screen.says(names[1]) else self.words["sentence"]
            self.have_written = len(self.taps) == 2  # one sentence of both will do
            written = self.keyboard(screen, text)
            self.page = written.picture.mark_of(*TITLE)  # the words may stand beside the title
            return written
        return self.tap_first(screen, self.words["on"], again=True)

    def both_ways(self, screen):
        answer = next((a for a in self.words["answers"] if screen.find(a)), None)
        places = [line.middle() for line in screen.lines if answer and line.text == plain(answer)]
        for place in places[:2]:
            self.habit.append((answer, place, self.look_at(screen, place)))
            screen = self.press(screen, place)
        self.done_here.add("both ways")
        return screen

    @staticmethod
    def look_at(screen, place):
        x, y = place
        return screen.picture.mark_of(max(0, x - 100), max(0, y - 24), 200, 48)

    # A finger that has answered one question of many stays where it is: only there is it looked again.
    def by_habit(self, screen):
        asked = screen.picture.mark_of(0, 100, 640, 200)
        same, self.asked = asked == self.asked, asked
        if same or not self.habit or self.habit[0][0] not in self.words["answers"] or self.in_vain:
            return None
        for _, place, look in self.habit:
            if self.look_at(screen, place) != look:
                return None
            now = self.press(screen, place)
            if now.mark == screen.mark:
                return None
            screen = now
        return screen

    def see_whose_turn(self, screen):
        if self.who == 0 and screen.find(self.words["second"]):
            self.who = 1
            self.taps.append(self.hand.taps)
        if len(self.taps) == 1 and any(screen.find(words) for words in self.words["together"][:2]):
            self.taps.append(self.hand.taps - self.taps[0])  # what follows they do together

    # The kiosk asks whether somebody is there, or has covered itself: the page behind is as it was.
    def come_back(self, screen):
        for asked, answer in (self.words["idle"], self.words["cover"]):
            place = screen.find(answer) if screen.says(asked) else None
            if place:
                self.habit = []
                return self.press(screen, place)
        return None

    def look_around(self, screen):
        now = self.come_back(screen)
        if now:
            return now
        page = screen.picture.mark_of(*TITLE)
        if page != self.page:
            self.page, self.done_here, self.vain, self.habit = page, set(), set(), []
        words = self.words
        if screen.find(words["to begin"][0]):
            return self.press(screen, screen.find(words["to begin"][0]))
        if screen.find("OK"):
            return self.on_keypad(screen)
        if screen.find(words["space"]):
            return self.on_keyboard(screen)
        if "tick" not in self.done_here and screen.find(words["tick"][0]):
            self.done_here.add("tick")
            return self.press(screen, screen.find(words["tick"][0]))
        hint = screen.find(words["sign"][0])
        if hint and "sign" not in self.done_here:
            self.done_here.add("sign")
            x, y = hint
            return self.press(screen, hint, [(x - 150 + 10 * i, y - 60 - (i % 5) * 12) for i in range(30)])
        if screen.says(words["both ways"]) and "both ways" not in self.done_here:
            return self.both_ways(screen)
        if not self.known and screen.find(words["first"]):
            self.known = True
            return self.press(screen, screen.find(words["first"]))
        now = self.tap_first(screen, words["together"][2 if self.have_written else 0:])
        if now:
            return now
        if not screen.find(words["rest"]):  # there is nothing to answer, and a drawing may look like a "no"
            now = self.tap_first(screen, words["answers"]) or self.number(screen)
        if now is None:
            now = self.tap_first(screen, words["on"], again=True)
        if now is None and self.waited < 3:
            self.waited += 1  # it may be busy, or what stands below was not made out
            time.sleep(1)
            now = settle(self.eyes)
            now.look_closer(screen.picture.height - 300)
            return now
        # Whoever comes second meets the practice's language, and knows the globe beside the two letters.
        letters = next((line.middle() for line in screen.lines if line.text == "aa"), None)
        if now is None and letters and self.language != self.spoken and "globe" not in self.done_here:
            self.done_here.add("globe")
            return self.press(screen, (letters[0] + 72, letters[1]))
        if now is None:
            raise Stuck("nothing to tap that somebody would: " + " | ".join(line.text for line in screen.lines))
        return now

    def visit(self):
        self.codes_given = 0
        self.have_written = False
        self.taps = []  # of each of them
        screen = settle(self.eyes)
        patience = time.monotonic() + 120
        while not screen.find("Español") and time.monotonic() < patience:
            screen = settle(self.eyes)  # a fresh demo is made first
        if self.language != self.spoken:
            screen = self.press(screen, screen.find("Español"))
        ribbon = next((re.search(r"\b(\d{4})\b", line.text) for line in screen.lines if line.middle()[1] < 30), None)
        if ribbon is None:
            raise Stuck("no entry code on the ribbon")
        self.entry_code = ribbon.group(1)
        while not all(screen.says(words) for words in self.words["thanks"]):
            self.screens += 1
            if self.screens > 600:
                raise Stuck("no end in sight")
            taps = self.hand.taps
            known = self.by_habit(screen)
            if known is None:
                heading = self.heading_of(screen)
                print(f"{self.screens:4} {heading[:90]}", flush=True)
                self.see_whose_turn(screen)
                who = "both" if len(self.taps) == 2 else PEOPLE[self.who][0].capitalize()
                self.tapped.begin(who, heading, screen.picture.mark_of(*TITLE))
                known = self.look_around(screen)
            self.tapped.add(self.hand.taps - taps)
            screen = known
        return screen


def settings_beside(folder, language):
    """The shipped settings, of a practice that speaks it and reads the content beside this script."""
    with open(os.path.join(ROOT, "kiosk-config", "kiosk.toml"), encoding="utf-8") as shipped:
        text = shipped.read()
    text, languages = re.subn(r'(?m)^language = .*$', f'language = "{language}"', text)
    content = os.path.join(ROOT, "content")
    text, folders = re.subn(r'(?m)^content_folder = .*$', lambda _: f'content_folder = "{content}"', text)
    if (languages, folders) != (1, 1):
        raise SystemExit("kiosk-config/kiosk.toml names no language or no content folder")
    path = folder + ".toml"
    with open(path, "w", encoding="utf-8") as written:
        written.write(text)
    return path


def main():
    program = sys.argv[1]
    language, _, practice = (sys.argv[2] if len(sys.argv) > 2 else "en").partition("-")
    spoken = language if practice else "en"
    data = tempfile.mkdtemp(prefix="sameside-blind-")
    settings = settings_beside(data, spoken)
    kiosk = subprocess.Popen([program, "--demo", "--config", settings, "--data", data, "--windowed", "1280x800"])
    visitor = Visitor(language, spoken)
    began = time.monotonic()
    try:
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "Sameside"], check=True,
                       stdout=subprocess.DEVNULL, timeout=120)
        visitor.visit()
    except Stuck as why:
        kept = os.path.join(tempfile.gettempdir(), f"blind-{language}.png")
        subprocess.run(["import", "-silent", "-window", "root", kept], check=False)
        print(f"stuck on screen {visitor.screens} after {visitor.hand.taps} taps: {why}; it is kept as {kept}",
              file=sys.stderr)
        return 1
    finally:
        visitor.tapped.print()
        kiosk.terminate()
        kiosk.wait()
        shutil.rmtree(data, ignore_errors=True)
        os.remove(settings)
        shutil.rmtree(visitor.eyes.folder, ignore_errors=True)
    print(f"{language}: both have finished, on {visitor.screens} screens in {time.monotonic() - began:.0f} s, with "
          f"{' and '.join(map(str, visitor.taps))} taps, {visitor.hand.taps} with those they did together, and "
          f"{visitor.hand.keys} keys")
    most = MOST_TAPS + (language != spoken)
    if max(visitor.taps) > most:
        print(f"more than {most} taps are too many", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
