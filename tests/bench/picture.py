"""The README's picture, drawn by the real program.

python tests/bench/picture.py .github/quizapp.svg
"""

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SIZE = (104, 26)
QUESTION = "far-bulge"
ANSWER = "the moon pulls the sea there weaker than the earth, so the watter is left behind"


async def draw(path: Path) -> None:
    """Answer one question of the example bank and keep what stands on the screen."""
    sys.path.insert(0, str(ROOT / "tests"))
    sys.path.insert(0, str(ROOT))
    from tui.driving import answer, ready

    from quizapp.app.launch import Launch
    from quizapp.planning.request import SessionRequest
    from quizapp.tui.app import QuizApp

    with TemporaryDirectory() as data:
        request = SessionRequest(seed=1, questions=(QUESTION,))
        app = QuizApp(Launch(Path(data), ROOT / "questions" / "tides", request, ""))
        async with app.run_test(size=SIZE) as pilot:
            await ready(pilot, "asking")
            signs = {" ": "space", ",": "comma"}
            await answer(pilot, [signs.get(sign, sign) for sign in ANSWER])
            drawn = app.export_screenshot(title="quizapp study tides")
    # The fonts are the reader's own: nothing is fetched to look at the picture.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    path.parent.mkdir(exist_ok=True)
    path.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
