"""Letters of other scripts by their sound, in Latin ones."""

from typing import Final

_PAIRS: Final = """
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=sh
ъ= ы=y ь= э=e ю=yu я=ya
ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p
ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev
"""
#: By letter; one without a sound of its own has none.
SOUNDS: Final = {pair[0]: pair[2:] for pair in _PAIRS.split()}
