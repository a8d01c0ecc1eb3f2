"""Asks two other programs how lines from right to left stand, and writes right_to_left.json.

They are installed beside, only when the table is to be recorded again:

    python -m venv /tmp/right && /tmp/right/bin/pip install python-bidi arabic-reshaper
    /tmp/right/bin/python tests/reference/make_right_to_left.py

Brackets stand as they were typed in the first: that program does not turn them.
"""

import json
import random
import sys
from importlib.metadata import version
from pathlib import Path

import arabic_reshaper
from bidi import get_display

LINES, WORDS = 400, 300
SIGNS = "abéא ב  גمرلاح12٣٤+-,.%€·:'\u00a0\u202f\u05b0()[]!/"
ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی  \u0640"
TARGET = Path(__file__).with_name("right_to_left.json")


def main() -> None:
    """Write the file anew."""
    chance = random.Random(2020)  # noqa: S311 - no secret is drawn
    reshaper = arabic_reshaper.ArabicReshaper({"delete_tatweel": False, "delete_harakat": False})
    lines = ["".join(chance.choices(SIGNS, k=chance.randint(1, 16))) for _ in range(LINES)]
    words = ["".join(chance.choices(ARABIC, k=chance.randint(1, 12))) for _ in range(WORDS)]
    answers = {
        "made_with": {name: version(name) for name in ("python-bidi", "arabic-reshaper")},
        "lines": [[line, get_display(line, base_dir="L"), get_display(line, base_dir="R")] for line in lines],
        "words": [[word, reshaper.reshape(word)] for word in words],
    }
    TARGET.write_text(json.dumps(answers, ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {len(lines)} lines, {len(words)} words\n")


if __name__ == "__main__":
    main()
