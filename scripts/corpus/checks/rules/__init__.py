"""Every rule of the collection. Importing this package registers them all.

A code is `OP` and three digits. Its first digit names the module: `op1_*.py` has OP100 to OP199.
A code is never reused. An example shows only the lines that matter; the tests put them into a
valid file.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
