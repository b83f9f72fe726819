"""The name under which this device writes its journal: random, and tied to the one file that holds it.

Promises that no two copies of a home ever write the same journal. So the file says on which host, at which path and in
which inode it was made, and a copied, restored or synced one is not taken: a new name is made. The file's own name
carries the host, so that machines that share a home do not take the name from each other.
"""

import json
import os
import re
from pathlib import Path

from zjreader.library.disk import SYSTEM, Disk, Facts
from zjreader.library.durable import make_folder, replace
from zjreader.text.clean import Clean

NAME_BYTES = 6
MACHINE_ID = Path("/etc/machine-id")

_NAME = re.compile("[0-9a-f]{12}")


def host(machine_id: Path = MACHINE_ID) -> Clean:
    """This host, hashed: its machine id (Linux), else its name. machine-id(5) asks never to show the id itself."""
    import hashlib

    try:
        fact = machine_id.read_bytes().strip()
    except OSError:
        fact = b""
    return Clean(hashlib.sha256(b"zjreader device\0" + (fact or os.uname().nodename.encode())).hexdigest()[:16])


def known(local: Path, at: Clean, disk: Disk = SYSTEM) -> Clean | None:
    """The name this device already has on the host `at`; makes nothing. None where the file was not made here."""
    path = _file(local, at)
    facts = disk.facts(path)
    if facts is None:
        return None
    try:
        found = json.loads(disk.read(path))
        name = str(found["device"])
        made_here = (found["path"], found["inode"]) == (str(path), facts.inode)
    except (ValueError, TypeError, KeyError):
        return None
    return Clean(name) if made_here and _NAME.fullmatch(name) else None


def claim(local: Path, at: Clean, disk: Disk = SYSTEM) -> Clean:
    """The name of this device, made and kept if it has none. The caller holds the journal's lock. Raises OSError."""
    name = known(local, at, disk)
    if name is not None:
        return name
    path = _file(local, at)
    new = Clean(os.urandom(NAME_BYTES).hex())

    def contents(facts: Facts) -> bytes:
        return json.dumps({"device": new, "path": str(path), "inode": facts.inode}).encode()

    make_folder(local, disk)
    replace(path, contents, disk)
    return new


def _file(local: Path, at: Clean) -> Path:
    return local.absolute() / f"device-{at}.json"
