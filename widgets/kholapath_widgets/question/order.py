"""The seeded order of options, the same in Python and TypeScript (see tests/vectors/order.json)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

_MASK = 0xFFFFFFFF


def order(ids: Sequence[str], seed: int, item_id: str, pinned: Collection[str] = ()) -> list[str]:
    """Return `ids` shuffled by `seed` and the item; `pinned` ids stay last, in their own order."""
    moving = [i for i in ids if i not in pinned]
    random = _mulberry32(_fnv1a(f"{seed}:{item_id}"))
    for last in range(len(moving) - 1, 0, -1):
        other = int(next(random) * (last + 1))
        moving[last], moving[other] = moving[other], moving[last]
    return moving + [i for i in ids if i in pinned]


def _fnv1a(text: str) -> int:
    """FNV-1a, 32 bits, of the UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & _MASK
    return value


def _mulberry32(state: int) -> Iterator[float]:
    """Tommy Ettinger's mulberry32: numbers in [0, 1)."""
    while True:
        state = (state + 0x6D2B79F5) & _MASK
        t = ((state ^ (state >> 15)) * (state | 1)) & _MASK
        t = (t + (((t ^ (t >> 7)) * (t | 61)) & _MASK)) & _MASK ^ t
        yield ((t ^ (t >> 14)) & _MASK) / 4294967296
