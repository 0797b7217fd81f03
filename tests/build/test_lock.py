import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from corpus.build.lock import folder_lock, is_unlocked
from corpus.paths import SCRIPTS

HOLDER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from corpus.build.lock import folder_lock
with folder_lock(Path(sys.argv[1]), lambda: None):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_only_one_holds_the_lock_at_a_time(tmp_path: Path) -> None:
    waiting, locked = Event(), Event()

    def second() -> None:
        with folder_lock(tmp_path, waiting.set):
            locked.set()

    with folder_lock(tmp_path, lambda: None):
        assert not is_unlocked(tmp_path)
        other = Thread(target=second)
        other.start()
        assert waiting.wait(10)
        assert not locked.is_set()
    other.join(10)
    assert locked.is_set()
    assert is_unlocked(tmp_path)


def test_an_unlocked_folder_is_locked_without_waiting(tmp_path: Path) -> None:
    waiting = Event()
    with folder_lock(tmp_path, waiting.set):
        assert not waiting.is_set()


def test_a_killed_process_loses_its_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path), str(SCRIPTS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "locked\n"
        assert not is_unlocked(tmp_path)
        holder.kill()
    assert is_unlocked(tmp_path)


def test_the_holder_learns_that_the_folder_was_removed(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with folder_lock(folder, lambda: None) as is_locked:
        assert is_locked()
        folder.rmdir()
        assert not is_locked()
        folder.mkdir()
        assert not is_locked()
