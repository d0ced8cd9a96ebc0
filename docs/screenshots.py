"""Take the pictures of the README and of these pages: the invented newsroom in a real browser.

`make screenshots` fills a database of its own, serves it, and writes PNG files of few colours to `docs/images/`.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tests.e2e.newsroom_server import NAME, PASSWORD, Newsroom, chromium, newsroom  # noqa: E402 — after the path

IMAGES = HERE / "images"

#: Name → path, and width and height of the window; `None` for a page of a writer.
SHOTS: dict[str, tuple[str | None, int, int]] = {
    "desk": ("/desk?queue=attacks", 1280, 800),
    "insights": ("/insights", 1280, 1000),
    "insights-phone": ("/insights", 390, 844),
    "setup": ("/setup", 1280, 1000),
    "transparency": ("/transparency?since=2020-01-01&until=2037-01-01", 1280, 900),
    "policy": ("/policy", 1280, 800),
    "writer": (None, 760, 980),
}

#: Colours of a picture: pages have few, and a file of many is large.
COLOURS = 256
#: A colour of few points, as of a dot that says "published", stays as it is: the usual method would mix it in.
COVERING = Image.Quantize.MAXCOVERAGE


def main() -> None:
    """Take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, newsroom(Path(folder)) as room, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(locale="en-GB", timezone_id="UTC")
        page.goto(f"{room.base}/sign-in")
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/desk*")
        visitor = browser.new_page(locale="en-GB", timezone_id="UTC")
        for name, shot in SHOTS.items():
            take(visitor if shot[0] is None else page, room, name, shot)
        browser.close()


def take(page: Page, room: Newsroom, name: str, shot: tuple[str | None, int, int]) -> None:
    """Take one picture; a page that is not there yet is left out."""
    path, width, height = shot
    page.set_viewport_size({"width": width, "height": height})
    answer = page.goto(room.writer_page(None, clause="attacks") if path is None else room.base + path)
    if answer is None or answer.status != 200:
        print(f"{name}: not there", file=sys.stderr)  # noqa: T201
        return
    page.wait_for_load_state("networkidle")
    file = IMAGES / f"{name}.png"
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(COLOURS, method=COVERING, dither=Image.Dither.NONE).save(
        file, optimize=True
    )
    print(f"{file.relative_to(HERE.parent)}: {file.stat().st_size // 1024} kB")  # noqa: T201


if __name__ == "__main__":
    main()
