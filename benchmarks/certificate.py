"""One-page signed certificates per second on one core. Usage: benchmarks/certificate.py [N]. Prints one JSON line."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.testing")

import django

# Nine of ten names are of common characters; the tenth needs the whole font as well.
PEOPLE = [{"holder_name": f"{surname}秀英", "agent_name": f"{surname}建国"} for surname in "王李张刘陈杨赵黄周"]
PEOPLE.append({"holder_name": "张䶮", "agent_name": "张㛃"})


def main(count: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    django.setup()
    from django.utils import timezone

    from papers.make import make_paper
    from papers.samples import SAMPLES

    at, sample = timezone.now(), SAMPLES["certificate"]
    make_paper(code="certificate", context=sample, at=at)  # fonts, styles and key are read once per process
    took, worked, sizes = [], [], []
    for index in range(count):
        context = {
            **sample,
            "number": f"云民GL-2026{index:06d}",
            "verify_url": f"{sample['verify_url'][:-6]}{index:06d}",
        }
        start, work = time.perf_counter(), time.process_time()
        paper = make_paper(code="certificate", context=context, at=at)
        took.append(time.perf_counter() - start)
        worked.append(time.process_time() - work)
        sizes.append(len(paper.pdf))
    print(
        json.dumps(
            {
                "benchmark": "certificate",
                "machine": f"{platform.machine()} {platform.python_version()}, 1 core of {os.cpu_count()}",
                "n": count,
                "per_second": round(count / sum(took), 1),
                "per_cpu_second": round(count / sum(worked), 1),  # what a core does that nothing else disturbs
                "median_kb": round(statistics.median(sizes) / 1024, 1),
                "p95_ms": round(statistics.quantiles(took, n=20)[-1] * 1000, 1),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
