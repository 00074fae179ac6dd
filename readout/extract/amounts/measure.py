"""What stands around a number: its unit, its currency, its bound."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from readout.extract.amounts import lexicon
from readout.extract.grammar import Token

_DASHES = frozenset("-–‑‐")
_HEAD = 14
"""How many words of a text tell who issued it."""
_APOSTROPHES = frozenset("'’‘ʻʼ`")


@dataclass(slots=True)
class Places:
    """Where the words of countries stand, to tell one rupee from another."""

    tokens: tuple[Token, ...]
    at: dict[str, list[int]] = field(default_factory=dict)
    euro: bool = True
    """Whether the text is of the time of the euro."""
    ends: list[int] = field(default_factory=list)
    """Where sentences end."""

    def code(self, name: str, near: int) -> str | None:
        """The currency of a shared name, by the country word nearest before, else after.

        A country in the same sentence is nearer than one in the next, and one spoken of often than a guest.
        """
        shared = lexicon.money().shared[name]
        if shared.adjective_only:
            return shared.default
        if not self.at:
            self._index()
        cues = shared.cues if self.euro else shared.cues | shared.old
        spoken: dict[str, list[int]] = {}
        for word, code in cues.items():
            spoken.setdefault(code, []).extend(self.at.get(word, ()))
        home = self._home(spoken, near)
        if home is not None:
            return home
        best = min(((self._far(spots, near), code) for code, spots in spoken.items() if spots), default=None)
        if best is not None and self._beside(spoken, best[1], near):
            return None
        return best[1] if best else shared.default

    def _home(self, spoken: dict[str, list[int]], near: int) -> str | None:
        """The money of the government that heads the text, in sentences that name no other issuer."""
        if not any(token.lower in lexicon.counting().lists["issuers"] for token in self.tokens[:_HEAD]):
            return None
        heading = {code for code, spots in spoken.items() if any(spot < _HEAD for spot in spots)}
        at = bisect_left(self.ends, near)
        here = (spot for spots in spoken.values() for spot in spots if bisect_left(self.ends, spot) == at)
        return heading.pop() if len(heading) == 1 and not any(True for _ in here) else None

    def _beside(self, spoken: dict[str, list[int]], code: str, near: int) -> bool:
        """Whether two issuers share the clause: "Iraq and Jordan will share 60 million dinars"."""
        at = min(spoken[code], key=lambda spot: self._distance(spot, near))
        pairs = ((at, at + 2), (at - 2, at))
        others = {spot for other, spots in spoken.items() if other != code for spot in spots}
        joined = (
            a for a, b in pairs if others & {a, b} and a >= 0 and self.tokens[a + 1].lower in ("and", "or")
        )
        same = bisect_left(self.ends, at) == bisect_left(self.ends, near)
        return same and any(True for _ in joined)

    def _far(self, spots: list[int], near: int) -> float:
        """How far a country's words are from a figure."""
        return min(self._distance(spot, near) for spot in spots) / min(3, 1 + 0.25 * (len(spots) - 1))

    def _distance(self, spot: int, near: int) -> float:
        ends = abs(bisect_left(self.ends, spot) - bisect_left(self.ends, near))
        if spot < near:
            return near - spot + 10 * ends
        if spot - near < 4 and not ends and self.tokens[near + 1].lower in ("in", "across"):
            return 0.5
        clauses = sum(token.text in ",;" for token in self.tokens[near:spot][:30])
        return (3 if ends else 2) * (spot - near) + 10 * ends + 8 * clauses

    def _index(self) -> None:
        """Where each country's words stand, also in the plural: "Kenyans"."""
        shared = lexicon.money().shared.values()
        cues = {word for one in shared for word in (*one.cues, *one.old)}
        for i, token in enumerate(self.tokens):
            word = token.lower if token.lower in cues else token.lower.removesuffix("s")
            if word in cues:
                self.at.setdefault(word, []).append(i)
            if token.break_before or (token.text in ".!?" and _closes(self.tokens, i)):
                self.ends.append(i)
        self.at.setdefault("", [])


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a stop ends its sentence: a longer word before it, a capital after."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return at > 0 and len(tokens[at - 1].text) > 2 and (after is None or not after.joined)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit or a currency that ends before the token ``last``; ``scale`` is 0.01 for cents."""

    last: int
    unit: str | None = None
    currency: str | None = None
    time: bool = False
    scale: float = 1.0


def sign_before(tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """The currency written before a figure, with its start: "$", "C$", "Rs.", "EUR"."""
    money, i = lexicon.money(), at - 1
    if i < 0 or (i + 1 < len(tokens) and tokens[i + 1].break_before):
        return None
    if tokens[i].text == "." and i and tokens[i - 1].text in ("Rs", "Tk", "Sh"):
        i -= 1
    token = tokens[i]
    if token.text in money.symbols:
        if i and token.joined and token.text in "$£" and tokens[i - 1].lower in money.prefixes:
            return i - 1, money.prefixes[tokens[i - 1].lower]
        if i > 2 and [t.text for t in tokens[i - 3 : i]] == ["U", ".", "S"]:
            return i - 3, "USD"
        if i > 3 and [t.text for t in tokens[i - 4 : i]] == ["U", ".", "S", "."]:
            return i - 4, "USD"
        return i, money.symbols[token.text]
    if i and token.joined and tokens[i - 1].text == "$" and token.lower in money.prefixes:
        return i - 1, money.prefixes[token.lower]
    return (i, money.codes[token.text]) if token.text in money.codes else None


def measure_after(tokens: tuple[Token, ...], at: int, places: Places) -> Measure | None:
    """The unit, the currency or the stretch of time that follows a number."""
    if at >= len(tokens) or tokens[at].break_before:
        return None
    hyphen = (
        tokens[at].text in _DASHES and tokens[at].joined and at + 1 < len(tokens) and tokens[at + 1].joined
    )
    start = at + 1 if hyphen else at
    if hyphen and tokens[start].text in lexicon.money().symbols:
        return None
    for find in (_time, _unit, _money):
        found = find(tokens, start, places)
        if found:
            return found
    return None


def _time(tokens: tuple[Token, ...], at: int, places: Places) -> Measure | None:
    """Days and years: a duration, no amount."""
    words = [t.lower for t in tokens[at : at + 2]]
    skip = len(words) > 1 and lexicon.counting().has("before_time", words[0])
    return Measure(at + 1, time=True) if words[skip:] and words[skip] in lexicon.times() else None


def _unit(tokens: tuple[Token, ...], at: int, places: Places) -> Measure | None:
    """ "metric tons", "km", and rates: "cubic feet per day" """
    token = tokens[at]
    found = lexicon.after(lexicon.units(), tokens, at)
    if found is None and token.text in lexicon.symbols():
        found = at + 1, lexicon.symbols()[token.text]
    if found is None and token.lower in ("pound", "pounds") and _weighs(tokens, at):
        found = at + 1, "lb"
    if found is None or (
        token.lower in ("t", "in") and (not token.joined or token.lower == "in") and token.text != "t"
    ):
        return None
    end, code = found
    if code == "deg" and end < len(tokens) and tokens[end].text in ("C", "F"):
        end, code = end + 1, {"C": "Cel", "F": "[degF]"}[tokens[end].text]
    if code in ("%", "pp", "bp", "person") or "/" in code:
        return Measure(end, code)
    flow = _flow(tokens, end) if end < len(tokens) and tokens[end].lower == "of" else None
    rate = _rate(tokens, end) or (flow if flow and flow[1] == "d" else None)
    return Measure(rate[0], f"{code}/{rate[1]}") if rate else Measure(end, code)


def _flow(tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """The rate behind what flows: "of crude oil per day"."""
    for behind in range(at + 2, min(at + 5, len(tokens))):
        rate = _rate(tokens, behind)
        if rate is not None or not tokens[behind].text.islower():
            return rate
    return None


def _weighs(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether pounds are of weight: "300 pounds of cocaine"."""
    following = [t.lower for t in tokens[at + 1 : at + 5]]
    return (
        following[:1] == ["of"] and bool(lexicon.counting().lists["weighed"] & set(following))
    ) or following[:1] in (["heavy"], ["per"])


def _rate(tokens: tuple[Token, ...], at: int) -> tuple[int, str] | None:
    """ "a day", "per year", "/day", "daily" """
    words = [t.lower for t in tokens[at : at + 2]]
    if len(words) == 2 and words[0] in ("a", "an", "per", "each", "every", "/"):
        code = lexicon.times().get(words[1], "")
        return (at + 2, code) if code else None
    adverbs = {"daily": "d", "annually": "a", "yearly": "a", "monthly": "mo", "weekly": "wk", "hourly": "h"}
    return (at + 1, adverbs[words[0]]) if words and words[0] in adverbs else None


def _money(tokens: tuple[Token, ...], at: int, places: Places) -> Measure | None:
    """ "euros", "Canadian dollars", "CFA francs", "USD" """
    money = lexicon.money()
    if tokens[at].text in money.codes:
        code = money.codes[tokens[at].text]
        return Measure(at + 1, currency=places.code(code, at) if code.islower() else code)
    if tokens[at].text in money.symbols:
        return Measure(at + 1, currency=money.symbols[tokens[at].text])
    adjectives: list[str] = []
    for i in range(at, min(at + 5, len(tokens))):
        token = tokens[i]
        if i > at and tokens[i].break_before:
            return None
        end, name = _name(tokens, i)
        if (
            name in money.names
            and (token.text.islower() or not adjectives)
            and _is_money(tokens, i, bool(adjectives))
        ):
            return Measure(end, currency=money.names[name])
        if name in money.shared:
            if name == "won" and not token.text.islower():  # "7. Won by Peru"
                return None
            large = adjectives or tokens[i - 1].lower in lexicon.counting().scales
            if money.shared[name].scaled and not large:
                return None
            return Measure(
                i + 1, currency=_shared(name, adjectives, i, places), scale=money.shared[name].scale
            )
        if not (
            token.text[0].isupper()
            or (token.text == "." and token.joined and i > at)
            or lexicon.counting().has("money_adjectives", name)
        ):
            return None
        adjectives.append(name)
    return None


def _name(tokens: tuple[Token, ...], at: int) -> tuple[int, str]:
    """A name of money and where it ends, also one with an apostrophe inside: "pa'anga"."""
    end = at + 2
    if (
        end < len(tokens)
        and tokens[at + 1].text in _APOSTROPHES
        and tokens[end].joined
        and tokens[at + 1].joined
    ):
        return end + 1, f"{tokens[at].lower}'{tokens[end].lower}"
    return at + 1, tokens[at].lower


def _is_money(tokens: tuple[Token, ...], at: int, named: bool) -> bool:
    """Whether a short name is money here: "sum", "real", "sol" and "lev" are also other words."""
    return (
        not lexicon.counting().has("doubtful_money", tokens[at].lower)
        or named
        or lexicon.counting().has("money_in_small_letters", tokens[at].text)
        or (
            at + 1 == len(tokens)
            or not tokens[at + 1].text[0].isalpha()
            or tokens[at + 1].lower in lexicon.counting().lists["stop"]
        )
    )


def _shared(name: str, adjectives: list[str], at: int, places: Places) -> str | None:
    """The code of "Canadian dollars" by its adjective, of bare "rupees" by the places near by."""
    shared = lexicon.money().shared[name]
    if "cfa" in adjectives:
        near = places.code(name, at)
        return near if near in ("XOF", "XAF") else None
    if "u" in adjectives and "s" in adjectives:
        return "USD"
    for adjective in reversed(adjectives):
        if adjective in shared.cues:
            return shared.cues[adjective]
    return (
        places.code(name, at)
        if not adjectives
        else (None if shared.adjective_only else places.code(name, at))
    )
