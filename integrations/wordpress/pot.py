"""Writes the template for translations from the plugin's own calls, and with it what was translated.

Translations are kept in `languages/*.po`; this brings them in the order of the template and writes `*.mo`, which
WordPress reads. `--check` fails where a file is stale or a sentence is not translated.
"""

import json
import re
import struct
import sys
from pathlib import Path

PLUGIN = Path(__file__).parent / "moderation-desk"
TEMPLATE = PLUGIN / "languages" / "moderation-desk.pot"
CALL = re.compile(r"(?:__|_e|esc_html__|esc_html_e|esc_attr__)\( '((?:[^'\\]|\\.)*)', 'moderation-desk' \)")
NOTE = re.compile(r"/\* (translators: .*?) \*/")
ENTRY = re.compile(r'^msgid (".*")\nmsgstr (".*")$', re.MULTILINE)
#: In the head of a template, after which a translation names its language.
CHARSET = '"Content-Transfer-Encoding: 8bit\\n"\n'
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


def translated(po: Path) -> dict[str, str]:
    """Read what was translated, sentence by sentence."""
    pairs = [(json.loads(found[1]), json.loads(found[2])) for found in ENTRY.finditer(po.read_text())]
    return {sentence: text for sentence, text in pairs if sentence and text}


def written(po: Path) -> str:
    """Return the template with the translations of one language; what is not translated is left empty."""
    known, language = translated(po), po.stem.removeprefix("moderation-desk-")

    def filled(entry: re.Match[str]) -> str:
        translation = json.dumps(known.get(json.loads(entry[1]), ""), ensure_ascii=False)
        return f"msgid {entry[1]}\nmsgstr {translation}"

    body = ENTRY.sub(filled, template().removeprefix(HEAD))
    return HEAD.replace(CHARSET, f'{CHARSET}"Language: {language}\\n"\n') + body


def compiled(po: Path) -> bytes:
    """Return a translation as GNU gettext's `.mo` has it: sorted, with offsets."""
    head = "Content-Type: text/plain; charset=UTF-8\n"
    pairs = sorted((key.encode(), text.encode()) for key, text in {"": head, **translated(po)}.items())
    at = 28 + 16 * len(pairs)
    tables, texts = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), at + len(texts))
            texts += pair[side] + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return header + tables[0] + tables[1] + texts


def files() -> dict[Path, bytes]:
    """Return what each file of the folder should hold."""
    made = {TEMPLATE: template().encode()}
    for po in sorted(TEMPLATE.parent.glob("*.po")):
        made |= {po: written(po).encode(), po.with_suffix(".mo"): compiled(po)}
    return made


if __name__ == "__main__":
    if "--check" not in sys.argv:
        for path, content in files().items():
            path.write_bytes(content)
    for path, content in files().items():
        if not path.exists() or path.read_bytes() != content:
            sys.exit(f"{path} is stale; run 'python {Path(__file__).name}'.")
        if path.suffix == ".po" and len(translated(path)) < len(ENTRY.findall(template())) - 1:
            sys.exit(f"{path} lacks translations: fill in what is empty.")
