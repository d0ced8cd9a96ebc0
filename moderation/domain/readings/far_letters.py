"""Letters of scripts that hardly anybody reads, by the Latin letter that they look like.

Beside Latin text they stand for nothing else, so they need no context.
After the confusables of Unicode UTS #39; their lower or upper case is added where that has the same shape.
"""

from collections.abc import Iterator

_FAR = {
    "a": "ꭺ𖽀𐊠ᚨᚪ",
    "b": "Ꞵ𐊂𐊡𐌁ᑲᖯꮟᛒ",
    "c": "🝌𑣲𑣩𐊢𐌂𐐕𐔜𐐽ᚲ",
    "d": "ᑯ",
    "e": "⋿ⴹ𑢦𑢮𐊆ꬲ",
    "f": "𑣂𑢢𐊇𐊥𐔥ꬵᚠ",
    "g": "ƍᚵ",
    "h": "𐋏ᚺᚻ",
    "i": "⍳Ꭵꭵ𑣃ᛁ",
    "k": "ᛕ𐔘ᚴ",
    "l": "Ⳑ𖼖𑢣𑢲𐐛𐔦𐌠ᛚ",
    "m": "Ϻᛖ𐊰𐌑",
    "n": "𐔓ᚾ",
    "o": "০୦〇𑓐𑣠ⵔዐଠ𐓂𑢵𐊒𐊫𐐄𐔖০੦૦௦౦೦൦๐໐၀ᴑꬽჿഠဝ𐓪𑣈𑣗𐐬ᛟ",
    "p": "𐊕⍴ᛈ",
    "q": "ⵕ",
    "r": "𐒴𖼵ꭈᴦⲅꮁᚱ",
    "s": "Ꮥ𖼺𐊖𐐠𑣁𐑈ᛋᛊ",
    "t": "⊤⟙🝨𖼊𑢼𐊗𐊱𐌕ᛏ",
    "u": "⋃ሀ𐓎𖽂𑢸ꞟ𐓶𑣘ᚢ",
    "v": "ⴸꛟ𖼈𑢠𐔝𑜆ꮩ𑣀",
    "w": "𑣯𑣦Ꮤ𑜊𑜎𑜏ꮃ",
    "x": "╳𐌢𑣬Ꭓⵝᚷ𐊐𐊴𐌗𐔧⤫⤬⨯ᕁᕽ",
    "y": "Ꮍ𖽃𑢤𐊲𑣜ᛉ",
    "z": "𐋵𑣥𑢩𑣄",
}
#: Scripts whose small letters are small capitals.
_SMALL_CAPITALS = ((0x13A0, 0x13FF), (0x2C80, 0x2CFF), (0xAB70, 0xABBF))


def far_letters(near: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield `(far letter, Latin letter)`, and the other case of those in `near` whose cases look alike."""
    for letter, forms in _FAR.items():
        yield from ((form, letter) for form in forms)
    for form, letter in near.items():
        if any(first <= ord(form) <= last for first, last in _SMALL_CAPITALS):
            other = form.lower() if form.lower() != form else form.upper()
            if len(other) == 1 and other != form:
                yield other, letter.lower()
