"""Programs of the system that a test asks, installed from Debian's packages where that is allowed.

Run as a program, it installs what is missing and says what still is. Where CI is set, that is an
error, so that no test is passed over there; on a person's own machine its test says that it was.
"""

import os
import shutil
import subprocess
import sys

PACKAGES = {
    "exiftool": "libimage-exiftool-perl",  # finds what files hide
    "gpo": "gpodder",  # the gPodder podcast client, on the command line
}
"""Debian's package of each program."""


def way_to_root() -> list[str] | None:
    """Give what to type before a command so that root runs it, or None where that is not ours."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    return (
        ["sudo", "-n"] if shutil.which("sudo") and run(["sudo", "-n", "true"], quiet=True) else None
    )


def install_packages(*packages: str) -> bool:
    """Install Debian's packages; tell whether that was possible."""
    root = way_to_root()
    if root is None or not shutil.which("apt-get"):
        return False
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    run([*apt, "update"])
    return run([*apt, "install", "--yes", "--no-install-recommends", *packages])


def run(command: list[str], *, quiet: bool = False) -> bool:
    """Run a command, with its output on standard error; tell whether it went well."""
    output = subprocess.DEVNULL if quiet else sys.stderr
    try:
        done = subprocess.run(command, stdout=output, stderr=output, timeout=900, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def advice(program: str) -> str:
    """Say how to get a program."""
    package = PACKAGES[program]
    return f"`{program}` is missing. On Debian and Ubuntu: sudo apt install {package}"


def must_be_there() -> bool:
    """Tell whether a missing program is an error: on a machine that checks suggestions it is."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def main() -> int:
    """Install what is missing, and give the exit code."""
    if missing := _missing():
        install_packages(*(PACKAGES[program] for program in missing))
    missing = _missing()
    sys.stderr.writelines(f"{advice(program)}\n" for program in missing)
    return 1 if missing and must_be_there() else 0


def _missing() -> list[str]:
    return [program for program in PACKAGES if not shutil.which(program)]


if __name__ == "__main__":
    sys.exit(main())
