"""Packages made to exhaust whoever checks them: too wide, too long, too deep, too many, too alike.

Each function changes a copy of the clean package of the tests' cases; HOSTILE names them all. What they hold
is refused by a limit or as large as the limits let it be; `share` makes less of it, for a test. The modules
are about what is attacked: ``files`` and folders, ``tables``, ``cells``, rules of the ``register``,
``documents``.
"""

from __future__ import annotations

from benchmarks.hostile.cells import CELLS
from benchmarks.hostile.documents import DOCUMENTS
from benchmarks.hostile.files import FILES
from benchmarks.hostile.package import Hostile
from benchmarks.hostile.register import REGISTER
from benchmarks.hostile.tables import TABLES

HOSTILE: dict[str, Hostile] = FILES | TABLES | CELLS | REGISTER | DOCUMENTS
"""What makes each package, by name."""
