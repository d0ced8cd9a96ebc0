"""Writes the template for translations from the plugin's own calls; `--check` fails where it is stale."""

import re
import sys
from pathlib import Path

PLUGIN = Path(__file__).parent / "moderation-desk"
TEMPLATE = PLUGIN / "languages" / "moderation-desk.pot"
CALL = re.compile(r"(?:__|_e|esc_html__|esc_html_e|esc_attr__)\( '((?:[^'\\]|\\.)*)', 'moderation-desk' \)")
NOTE = re.compile(r"/\* (translators: .*?) \*/")
HEAD = """# Translations of Moderation Desk, under the licence of the plugin.
msgid ""
msgstr ""
"Project-Id-Version: Moderation Desk 0.1.0\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: moderation-desk\\n"
"""


def template() -> str:
    """Return every sentence once, with where it stands."""
    places: dict[str, list[str]] = {}
    notes: dict[str, str] = {}
    for path in sorted(PLUGIN.rglob("*.php")):
        note = ""
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if found := NOTE.search(line):
                note = found[1]
                continue
            for sentence in CALL.findall(line):
                places.setdefault(sentence, []).append(f"{path.relative_to(PLUGIN)}:{number}")
                if note:
                    notes[sentence] = note
            note = ""
    entries = []
    for sentence, found_at in places.items():
        written = sentence.replace("\\'", "'").replace('"', '\\"')
        comment = f"#. {notes[sentence]}\n" if sentence in notes else ""
        form = "#, php-format\n" if re.search(r"%(\d\$)?[sd]", sentence) else ""
        entries.append(f'{comment}#: {" ".join(found_at)}\n{form}msgid "{written}"\nmsgstr ""\n')
    return HEAD + "\n" + "\n".join(entries)


if __name__ == "__main__":
    if "--check" not in sys.argv:
        TEMPLATE.write_text(template())
    elif TEMPLATE.read_text() != template():
        sys.exit(f"{TEMPLATE} is stale; run 'python {Path(__file__).name}'.")
