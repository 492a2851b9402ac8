"""What the benchmarks' commands share: messages, virtual environments, and words for the machine and the commit."""
import os
import pathlib
import platform
import re
import subprocess
import sys

BENCHMARKS = pathlib.Path(__file__).resolve().parent
TOP = BENCHMARKS.parent
SHARED = pathlib.Path(os.environ.get("LIKENESS_SHARED", TOP.parent / "shared"))
RESULTS = BENCHMARKS / "results"
JAVA = str(BENCHMARKS / "java")


def say(text):
    print(text, file=sys.stderr, flush=True)


def interpreter(variable, home, requirements):
    """The interpreter that a variable names, else the one of a virtual environment, made or made anew when its requirements changed."""
    if variable in os.environ:
        return os.environ[variable]
    python, stamp = home / "bin" / "python", home / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != requirements.read_text():
        say(f"making the virtual environment for {requirements.relative_to(TOP) if requirements.is_relative_to(TOP) else requirements.name} …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(requirements)], check=True)
        stamp.write_text(requirements.read_text())
    return str(python)


def machine():
    cpu, memory = platform.processor(), ""
    try:
        cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text()).group(1)
        kib = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)
        memory = f"{int(kib) / 2**20:.0f} GiB"
    except (OSError, AttributeError):
        pass
    return dict(cpu=cpu, cores=os.cpu_count(), memory=memory, system=f"{platform.system()} {platform.machine()}")


def load():
    return round(os.getloadavg()[0], 1)


def commit():
    return subprocess.run(["git", "-C", str(TOP), "rev-parse", "--short", "HEAD"], stdout=subprocess.PIPE, text=True).stdout.strip()


def build():
    """Builds the Java side once; later calls of benchmarks/java do not ask again."""
    subprocess.run([JAVA, "-version"], check=True, stderr=subprocess.DEVNULL)
    os.environ["LIKENESS_BUILT"] = "1"
