import sys
from queue import Queue

import pytest

from corpus.build.serve.background_command import BackgroundCommand

FAILS = "print('reason'); raise SystemExit(1)"
STAYS = "print('running', flush=True); import signal; signal.pause()"


def test_a_background_command_reports_its_output_if_it_fails() -> None:
    messages: Queue[str] = Queue()
    BackgroundCommand([sys.executable, "-c", FAILS], messages.put).start()
    assert messages.get(timeout=30) == "reason"


def test_a_background_command_can_be_started_and_stopped_again_without_a_message(
    capfd: pytest.CaptureFixture[str],
) -> None:
    messages: Queue[str] = Queue()
    command = BackgroundCommand([sys.executable, "-c", STAYS], messages.put)
    command.stop()
    command.start()
    command.start()
    command.stop()
    command.stop()
    assert messages.empty()
    assert capfd.readouterr() == ("", "")
