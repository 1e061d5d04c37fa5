"""Make a throw-away site with the content that ships, and measure it."""

import os
import secrets
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
# The site's own files and its logs are those of production; nothing of this machine's .env is read.
SITE = {
    "ENV_FILE": os.devnull,
    "DEBUG": "false",
    "HTTPS": "false",
    "LOG_FORMAT": "json",
    "ALLOWED_HOSTS": "localhost",
    # As for tests: a PostgreSQL that lives as long as this run, see bin/with-postgres.
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", ""),
    "SECRET_KEY": secrets.token_urlsafe(48),
    "PLAN_SECRETS": f"1:{secrets.token_urlsafe(48)}",
}
STEPS = (
    ("migrate", "--verbosity", "0"),
    ("collectstatic", "--no-input", "--verbosity", "0"),
    ("load_content",),
)


def main() -> int:
    """Set up, measure, and leave nothing behind but the table."""
    parser = ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=0.2, help="for each page in each round")
    parser.add_argument("--articles", type=int, default=0, help="so many made-up ones beside")
    parser.add_argument("--plans", type=int, default=0, help="so many made-up ones beside")
    parser.add_argument("--out", type=Path, default=ROOT / "bench" / "results.md")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="ttl-bench-") as folder:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        site = {**inherited, **SITE, "VAR_DIR": folder}
        sizes = f"--articles={options.articles}", f"--plans={options.plans}"
        for step in (*STEPS, ("make_load", *sizes)):
            _run("manage.py", *step, env=site, quiet=True)
        measure = (str(options.rounds), str(options.seconds), str(options.out.resolve()))
        _run("-m", "bench.run", *measure, env=site)
    return 0


def _run(*command: str, env: dict[str, str], quiet: bool = False) -> None:
    output = subprocess.DEVNULL if quiet else None
    subprocess.run([sys.executable, *command], cwd=ROOT, env=env, stdout=output, check=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
