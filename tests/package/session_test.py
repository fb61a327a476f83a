#!/usr/bin/env python3
"""The kiosk's session as its service runs it, with a compositor that has no screen and this script in systemd's place.

Usage: session_test.py PROGRAM SOURCE_FOLDER
"""
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

PROGRAM, SOURCE = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
CONFIG = SOURCE / "kiosk-config"
FAILURES = []


def check(that, words):
    if not that:
        FAILURES.append(words)
        print("FAILED:", words, file=sys.stderr)


def environment_of_the_unit():
    """What the unit sets, so that what is tried is what runs."""
    unit = (CONFIG / "kiosk" / "systemd" / "sameside-kiosk.service").read_text(encoding="utf-8")
    pairs = [word for line in re.findall(r"^Environment=(.*)", unit, re.MULTILINE) for word in line.split()]
    return dict(pair.split("=", 1) for pair in pairs)


def somebody():
    """The compositor refuses root: another user, and words before a command that make somebody else of root."""
    if os.geteuid() != 0:
        return None, []
    nobody = pwd.getpwnam("nobody").pw_uid
    try:
        for reached in (PROGRAM, CONFIG / "kiosk" / "libexec" / "session"):
            subprocess.run(["test", "-x", reached], user=nobody, group=nobody, extra_groups=[], check=True)
    except subprocess.CalledProcessError:  # where nobody else may go
        return None, ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    return nobody, []


class Session:
    """One start of the service."""

    def __init__(self, folder, *, program="sameside", arguments=(), turn="0", outputs="1"):
        self.run = folder / "run"
        self.run.mkdir(exist_ok=True)
        bin_folder = folder / "bin"
        bin_folder.mkdir(exist_ok=True)
        (bin_folder / "sameside").unlink(missing_ok=True)
        (bin_folder / "sameside").symlink_to(program)
        address = folder / "notify"
        address.unlink(missing_ok=True)
        self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.manager.bind(str(address))
        environment = environment_of_the_unit() | {
            "PATH": f"{bin_folder}:/usr/bin:/bin", "RUNTIME_DIRECTORY": str(self.run), "XDG_RUNTIME_DIR": str(self.run),
            "HOME": str(folder), "XDG_CACHE_HOME": str(folder), "NOTIFY_SOCKET": str(address),
            "WATCHDOG_USEC": "1500000", "TURN": turn, "LIBGL_ALWAYS_SOFTWARE": "1", "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman", "WLR_HEADLESS_OUTPUTS": outputs}
        environment.pop("LIBSEAT_BACKEND")
        user, within = somebody()
        if user:
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, user, -1, follow_symlinks=False)
        self.began = time.monotonic()
        # The words of the libraries are no matter of this test; those of the session are kept in its own file.
        self.log = open(folder / "log", "ab")
        self.process = subprocess.Popen([*within, CONFIG / "kiosk" / "libexec" / "session", *map(str, arguments)],
                                        env=environment, user=user, group=user, extra_groups=[] if user else None,
                                        stderr=self.log, stdout=self.log, start_new_session=True)

    def hears(self, words, seconds):
        """Seconds since the start when these words came; nothing where they did not in time."""
        latest = time.monotonic() + seconds
        while (left := latest - time.monotonic()) > 0:
            self.manager.settimeout(left)
            try:
                if self.manager.recv(256).decode() == words:
                    return time.monotonic() - self.began
            except TimeoutError:
                break
        return None

    def program(self):
        return int((self.run / "pid").read_text())

    def said(self):
        file = self.run / "said"
        return file.read_text().strip() if file.exists() else ""

    def ended(self, seconds=60):  # a thread of the lowest priority has to have its turn before the program is gone
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def close(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        self.manager.close()
        self.log.close()


def a_folder(name):
    # Where another user may go, and a name that fits into a socket's address.
    folder = pathlib.Path("/tmp") / f"sameside-session-{os.getpid()}-{name}"
    folder.mkdir()
    return folder


def a_kiosk_lives_and_comes_back(folder):
    arguments = ["--demo", "--data", folder / "data"]
    (folder / "data").mkdir()
    session = Session(folder, program=PROGRAM, arguments=arguments)
    ready = session.hears("READY=1", 60)
    check(ready is not None, "the service never hears that the kiosk stands")
    if ready is None:
        print((folder / "log").read_text(errors="replace")[-2000:], file=sys.stderr)
        session.close()
        return
    check(session.hears("WATCHDOG=1", 5) is not None, "the service hears no sign of life")
    check(session.hears("WATCHDOG=1", 5) is not None, "the service hears no second sign of life of an idle kiosk")

    os.kill(session.program(), signal.SIGSTOP)  # a loop that hangs
    while session.hears("WATCHDOG=1", 0.2) is not None:
        pass
    check(session.hears("WATCHDOG=1", 2) is None, "a loop that hangs goes on giving signs of life")
    os.kill(session.program(), signal.SIGCONT)

    os.kill(session.program(), signal.SIGKILL)  # whatever ends it
    killed = time.monotonic()
    check(session.ended() == 1, "a kiosk that was killed does not end its session with status 1")
    session.close()
    again = Session(folder, program=PROGRAM, arguments=arguments)
    ready = again.hears("READY=1", 60)
    back = time.monotonic() - killed
    print(f"killed, and back with a picture after {back:.2f} s, beside the 0.2 s that the service waits")
    load = os.getloadavg()[0]
    most = 10 if load <= os.cpu_count() else 50
    if most > 10:
        print(f"the machine is busy (load {load:.1f}): {most} s will do")
    check(ready is not None and back < most, f"a kiosk that was killed is back after {back:.1f} s")

    again.process.terminate()  # the service is stopped
    check(again.hears("STOPPING=1", 10) is not None, "the program is not asked to stop before the compositor goes")
    check(again.ended() == 0, "a session that is stopped does not end with status 0")
    again.close()


def what_helps_nobody_to_repeat_is_said(folder):
    wrong = Session(folder, program=PROGRAM, arguments=["--config", folder / "none.toml"])
    check(wrong.ended(30) == 2, "settings that are missing do not end the session with status 2")
    check("none.toml" in wrong.said() and wrong.said().startswith("sameside: "), f"said: {wrong.said()}")
    wrong.close()
    screen = shutil.copy(CONFIG / "kiosk" / "libexec" / "trouble", folder / "trouble")
    text = pathlib.Path(screen).read_text().replace("/run/sameside-kiosk", str(wrong.run))
    text = text.replace("exec systemctl", "echo AGAIN: systemctl")
    shown = subprocess.run(["bash", "-c", text, "trouble", "0"], capture_output=True, text=True, check=False).stdout
    check("none.toml" in shown and "Sameside does not start" in shown, f"the screen says: {shown}")
    foreign = subprocess.run(["bash", "-c", text, "trouble", "0"], capture_output=True, text=True, check=False,
                             env=os.environ | {"MONITOR_EXIT_STATUS": "243"}).stdout
    check("key does not open on this machine" in foreign, f"of a key that does not open the screen says: {foreign}")
    back = subprocess.run(["bash", "-c", text, "trouble", "0"], capture_output=True, text=True, check=False,
                          env=os.environ | {"MONITOR_EXIT_STATUS": "1"}).stdout
    check(back == "", f"of what comes back by itself the screen says: {back}")
    check("AGAIN: systemctl --no-block start sameside-kiosk.service" in shown, "it is not tried again")

    for time_ in range(1, 6):
        crash = Session(folder, program="/bin/false")
        status = crash.ended(30)
        check(status == (1 if time_ < 5 else 2), f"a program that ends at once, time {time_}: status {status}")
        said = crash.said()
        crash.close()
    check("ended 5 times within seconds" in said, f"said: {said}")
    once_more = Session(folder, program="/bin/false")
    check(once_more.ended(30) == 1, "after it was said, five more are not waited for")
    once_more.close()


def a_screen_that_is_not_there_yet_is_waited_for(folder):
    (folder / "data").mkdir()
    for time_ in range(1, 6):
        dark = Session(folder, program=PROGRAM, arguments=["--demo", "--data", folder / "data"], outputs="0")
        status = dark.ended(30)
        said = dark.said()
        dark.close()
        check(status == (1 if time_ < 5 else 2), f"no screen, time {time_}: status {status}, said: {said[-300:]}")
    check("sameside: no " in said, f"why there is no picture is not said: {said[-300:]}")


def main():
    missing = [name for name in ("cage", "Xwayland") if not shutil.which(name)]
    if missing:
        print("the session was not tried: there is no", " and no ".join(missing))
        return 0
    if subprocess.run([*somebody()[1], "true"], check=False).returncode != 0:
        print("the session was not tried: nobody else may go to the program, and root may not become somebody else")
        return 0
    for test in (a_kiosk_lives_and_comes_back, what_helps_nobody_to_repeat_is_said,
                 a_screen_that_is_not_there_yet_is_waited_for):
        folder = a_folder(test.__name__[:8])
        try:
            test(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
