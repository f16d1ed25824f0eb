"""Checks the quick benchmarks against the scores pinned in ``floors.json``: ``floors.py --data DIR``.

Exits 1 when a score is below its floor. Where the data are not there, says so and exits 0.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run every benchmark that has a floor and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    if not data.is_dir():
        sys.stderr.write(f"skipped: no corpora at {data}\n")
        return 0
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    below = 0
    for task, arguments in sorted({(floor["task"], tuple(floor.get("arguments", ()))) for floor in floors}):
        command = [sys.executable, str(HERE / task / "run.py"), "--data", str(data), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own benchmark
        scores = {(row["file"], row["measure"]): row["value"] for row in map(json.loads, done.stdout.splitlines())}
        for floor in floors:
            value = scores.get((floor["file"], floor["measure"]))
            if floor["task"] != task:
                continue
            if value is None:
                print(f"not measured  {floor['measure']} on {floor['file']}")
                continue
            word = "ok" if value >= floor["value"] else "BELOW"
            below += value < floor["value"]
            print(f"{word:5} {value:7.2f} (floor {floor['value']:.2f})  {floor['measure']} on {floor['file']}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
