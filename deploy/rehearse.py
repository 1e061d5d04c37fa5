"""Build and run the Dockerfile without Docker: its lines in an empty root made by debootstrap.

Usage (as root, on Debian): make rehearse, or python -m deploy.rehearse FOLDER. It shows that the
steps work, that the result runs as an ordinary user on a read-only root, and how large it is. What
it cannot show: layers, and the images of others in compose.yaml.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from deploy.trial import say, serve

ROOT = Path(__file__).resolve().parent.parent
MIRROR = "http://deb.debian.org/debian"
# What this machine needs to reach its package registries, inside the root as outside.
AUTHORITIES = "/run/authorities.crt"
REACH = {
    "/etc/resolv.conf": "/etc/resolv.conf",
    "/etc/hosts": "/etc/hosts",
    "/etc/ssl/certs/ca-certificates.crt": AUTHORITIES,
}
IGNORED = shutil.ignore_patterns("__pycache__", "*.pyc")


def instructions(text):
    """Give every instruction of a Dockerfile as its name and the rest of its line."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for line in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, rest.strip()


class Image:
    """One stage: a root folder, and what ENV, WORKDIR, USER, HEALTHCHECK and CMD have set."""

    def __init__(self, root, settings=None):
        self.root = root
        self.settings = settings or {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        }
        self.place, self.user, self.volume = "/", "0", None
        self.check = self.command = None

    def inside(self, command, *, live=False, **extra):
        """The command that runs another inside this root; `live`: as the container would."""
        settings = self.settings | extra
        mounts = [f"mount --bind {self.root} {self.root}", f"mount -t proc proc {self.root}/proc"]
        mounts += [
            f"touch {self.root}/dev/{name} && mount --bind /dev/{name} {self.root}/dev/{name}"
            for name in ("null", "zero", "urandom")
        ]
        isolation, privileges = ["--mount", "--pid", "--fork", "--kill-child"], []
        if live:
            mounts += [
                f"mount -o remount,bind,ro {self.root}",
                f"mount -t tmpfs -o size=64m tmpfs {self.root}/tmp",
                f"mount --bind {self.root}.volume {self.root}{self.volume}",
                "ip link set lo up",
            ]
            isolation.append("--net")
            drop = "--no-new-privs --bounding-set=-all --inh-caps=-all --clear-groups"
            privileges = ["setpriv", *drop.split(), f"--reuid={self.user}", f"--regid={self.user}"]
        else:
            mounts += [
                f"touch {self.root}{place} && mount --bind {name} {self.root}{place}"
                for name, place in REACH.items()
                if Path(name).exists()
            ]
        assignments = [f"{name}={value}" for name, value in settings.items()]
        enter = f'cd {self.place} && exec "$@"'
        return [
            *("unshare", *isolation, "sh", "-ec"),
            " && ".join(mounts) + ' && exec "$@"',
            *("sh", "chroot", str(self.root), "env", "-i", *assignments, *privileges),
            *("sh", "-c", enter, "sh", *command),
        ]

    def run(self, command, **extra):
        subprocess.run(self.inside(command, **extra), check=True)


def build(folder):
    """Carry out the Dockerfile, stage after stage, and give the last one."""
    stages, image = {}, None
    for name, rest in instructions((ROOT / "Dockerfile").read_text()):
        say(f"{name} {rest[:100]}")
        if name == "FROM":
            source, _, alias = rest.partition(" AS ")
            image = stages[alias] = begin(folder, stages, source, alias or "last")
        elif name == "COPY":
            copy(image, stages, rest.split())
        elif name == "RUN":
            image.run(["sh", "-c", rest], PIP_CERT=AUTHORITIES)
        else:
            note(image, name, rest)
    return image


def note(image, name, rest):
    """Keep what an instruction sets for the lines below it, or for the container."""
    match name:
        case "ENV":
            for pair in rest.split():
                key, _, value = pair.partition("=")
                image.settings[key] = value.replace("$PATH", image.settings["PATH"])
        case "WORKDIR":
            image.place = rest
            (image.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "USER":
            image.user = rest
        case "VOLUME":
            image.volume = rest
        case "HEALTHCHECK":
            image.check = ast.literal_eval(rest.partition("CMD ")[2])
        case "CMD":
            image.command = json.loads(rest)
        case _:
            assert name == "EXPOSE", f"The rehearsal does not know {name}: teach it."


def begin(folder, stages, source, alias):
    """Start a stage from another one, or from Debian made anew."""
    root = folder / alias
    if root.exists():
        shutil.rmtree(root)
    if source in stages:
        before = stages[source]
        origin, settings, place = before.root, dict(before.settings), before.place
    else:
        suite = re.fullmatch(r"debian:(\w+)-slim(?:@\S+)?", source)[1]
        origin, settings, place = folder / f"debian-{suite}", None, "/"
        if not origin.exists():
            command = ["debootstrap", "--variant=minbase", suite, str(origin), MIRROR]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            make_slim(origin)
    subprocess.run(["cp", "-a", "--reflink=auto", str(origin), str(root)], check=True)
    image = Image(root, settings)
    image.place = place
    return image


def make_slim(root):
    """Take away what Debian's slim image does not have, and let no package bring it back."""
    rules = root / "etc/dpkg/dpkg.cfg.d/slim"
    for name in ("doc", "man", "info", "locale"):
        shutil.rmtree(root / "usr/share" / name)
        with rules.open("a") as file:
            file.write(f"path-exclude=/usr/share/{name}/*\n")
    (root / "etc/apt/apt.conf.d/slim").write_text(
        'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";\n'
        'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb"; };\n'
    )
    subprocess.run(["chroot", str(root), "apt-get", "clean"], check=True)


def copy(image, stages, words):
    """Copy files of this folder, or of an earlier stage, into the root."""
    origin = ROOT
    if words[0].startswith("--from="):
        origin = stages[words.pop(0).partition("=")[2]].root
    *names, target = words
    place = image.root / os.path.normpath(Path(image.place, target)).lstrip("/")
    for name in names:
        source = origin / name.lstrip("/")
        if source.is_dir():
            shutil.copytree(source, place, symlinks=True, dirs_exist_ok=True, ignore=IGNORED)
        else:
            file = place / source.name if target.endswith("/") else place
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, file)


def size_of(path):
    """Megabytes on the disk."""
    return int(
        subprocess.run(["du", "-sm", path], capture_output=True, check=True).stdout.split()[0]
    )


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/ttl-rehearsal").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    image = build(folder)
    sizes = {name: size_of(image.root / name) for name in ("", "app", "app/.venv")}
    say(f"size in MB: all {sizes['']}, TTL {sizes['app']}, of which packages {sizes['app/.venv']}")
    if not serve(image):
        raise SystemExit("The rehearsal failed.")
    say("The rehearsal passed.")


if __name__ == "__main__":
    main()
