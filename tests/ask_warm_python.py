"""Run a program in a Python that is warm: `ask_warm_python.py SOCKET PROGRAM ARGUMENTS`.

It loads next to nothing, and the program gets its files, folder, environment and limit of memory.
"""

import marshal
import os
import resource
import socket
import sys

_, address, *arguments = sys.argv
limit = resource.getrlimit(resource.RLIMIT_AS)
with socket.socket(socket.AF_UNIX) as server:
    server.connect(address)
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(marshal.dumps((arguments, os.getcwd(), dict(os.environ), limit)))  # noqa: PTH109
    server.shutdown(socket.SHUT_WR)
    sys.exit(int(server.recv(16) or b"1"))
