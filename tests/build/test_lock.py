import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from corpus.paths import REPOSITORY
from corpus.build.lock import is_unlocked, folder_lock

HOLDER = """
import sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from corpus.build.lock import folder_lock
with folder_lock(Path(sys.argv[1]), lambda: None):
    print("taken", flush=True)
    time.sleep(60)
"""


def test_a_folder_is_taken_by_one_at_a_time(tmp_path: Path) -> None:
    waiting, done = Event(), Event()

    def second() -> None:
        with folder_lock(tmp_path, waiting.set):
            done.set()

    with folder_lock(tmp_path, lambda: None):
        assert not is_unlocked(tmp_path)
        other = Thread(target=second)
        other.start()
        assert waiting.wait(10)
        assert not done.is_set()
    other.join(10)
    assert done.is_set()
    assert is_unlocked(tmp_path)


def test_who_takes_a_free_folder_does_not_wait(tmp_path: Path) -> None:
    waited: list[bool] = []
    with folder_lock(tmp_path, lambda: waited.append(True)):
        pass
    assert not waited


def test_a_folder_is_free_when_its_holder_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path), str(REPOSITORY / "scripts")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "taken\n"
        assert not is_unlocked(tmp_path)
        holder.kill()
    assert is_unlocked(tmp_path)


def test_a_folder_that_was_removed_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with folder_lock(folder, lambda: None) as ours:
        assert ours()
        folder.rmdir()
        assert not ours()
        folder.mkdir()
        assert not ours()
